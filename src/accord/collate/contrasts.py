"""How two readings of one thing may differ: every kind with the small function that finds it."""

from collections.abc import Callable

from accord.collate.contexts import Contrast, Told
from accord.collate.renderings import rendering_contrast
from accord.collate.speakers import (
    actor_contrast,
    attribution_contrast,
    place_contrast,
    voice_contrast,
    wording_contrast,
)
from accord.collate.tellings import (
    date_contrast,
    detail_contrast,
    figure_contrast,
    naming_contrast,
    polarity_contrast,
    precision_contrast,
    stage_contrast,
)
from accord.model.points import DifferenceKind

Contraster = Callable[[Told, Told], Contrast | None]

CONTRASTS: tuple[tuple[DifferenceKind, Contraster], ...] = (
    ("figure", figure_contrast),
    ("date", date_contrast),
    ("place", place_contrast),
    ("precision", precision_contrast),
    ("precision", detail_contrast),
    ("stage", stage_contrast),
    ("polarity", polarity_contrast),
    ("attribution", attribution_contrast),
    ("attribution", voice_contrast),
    ("actor", actor_contrast),
    ("wording", wording_contrast),
    ("wording", naming_contrast),
    ("wording", rendering_contrast),
)
