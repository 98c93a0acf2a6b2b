import hashlib
from collections.abc import Iterable, Sequence

import msgspec

from accord.model.accounts import Analysis, Story
from accord.model.problems import Problem


def gather(analyses: Sequence[Analysis], *, problems: Iterable[Problem] = ()) -> Story | None:
    """Take the reports that a user named as one story, ordered by path, so that their order of naming never matters.

    Reports that came to the same id get numbered ids before anything refers to them; None where there is no report.
    """
    if not analyses:
        return None
    ordered = tuple(sorted(analyses, key=lambda analysis: (analysis.report.path, analysis.report.id)))
    digest = hashlib.sha256("\n".join(analysis.report.sha256 for analysis in ordered).encode()).hexdigest()
    told = sorted(problems, key=msgspec.json.encode)
    return Story(id=digest[:12], analyses=ordered, problems=tuple(told))
