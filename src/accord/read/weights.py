"""What each feature says for and against each role: one table, set by hand on the pages of `tests/read/pages`.

A weight is in nats, as in a log-linear model: 1 makes a role about three times as likely. To set it again, change a
weight, run `pytest tests/read/test_passages.py`, keep what helps the pages for tuning, and look at the kept-back
ones last.
"""

from typing import get_args

from accord.model.reports import Role

ROLES: tuple[Role, ...] = get_args(Role)

WEIGHTS: dict[Role, dict[str, float]] = {
    "headline": {
        "headline": 8, "": -4, "above": 1, "says promo": -1, "stop": -1,
    },
    "summary": {
        "": -2.5, "above": 1.5, "inside": -3, "below": -4, "under headline": 1.5, "before byline": 2.0,
        "bullet": 2.0, "comes again": 2.5, "tied": 0.5, "well tied": 0.8, "15-24 words": 0.7, "25-39 words": 0.7,
        "8-14 words": 0.5, "40+ words": -1.5, "1-3 words": -3, "4-7 words": -1, "prose": 0.3, "dateline": -3,
        "picture credit": -3, "date": -4, "by": -4, "ends in date": -1, "before headline": -1.5, "headline": -3,
        "says promo": -0.8, "untied": -1, "holds headline": -1, "crumbs": -1, "file": -4, "address": -2,
        "again": -1,
    },
    "byline": {
        "": -4, "by": 6, "byline": 3.0, "above": 1.5, "inside": -2, "below": -1.0, "says byline": 1.0, "prose": -3,
        "15-24 words": -1, "25-39 words": -3, "40+ words": -6, "date": -1.5, "headline": -4,
        "before headline": -1.0, "title case": 0.3, "says promo": -1, "says credit": -1.5, "says navigation": -1,
        "untied": 0.3, "tied": -1,
    },
    "dateline": {
        "": -5, "date": 6.5, "dateline": 3.5, "says dateline": 1.0, "prose": -3, "25-39 words": -3, "40+ words": -6,
        "above": 0.7, "15-24 words": -1, "picture credit": -3, "headline": -4, "1-3 words": 0.5, "8-14 words": -0.5,
        "copyright": -4,
    },
    "body": {
        "": 0.5, "prose": 2.0, "40+ words": 1.5, "25-39 words": 1.2, "15-24 words": 0.7, "8-14 words": -0.2,
        "4-7 words": -1.5, "1-3 words": -3, "stop": 0.8, "no stop": -1.5, "above": -2.0, "inside": 1.2,
        "below": -0.7, "untied": -1.2, "tied": 0.6, "well tied": 1.0, "speech": 0.8, "opens quote": 0.8,
        "you": -0.7, "we": -0.5, "picture credit": -2.5, "ends in date": -0.7, "headline": -5, "holds headline": -1,
        "date": -4, "by": -3, "byline": -2, "file": -4, "address": -1.5, "says promo": -1.0, "says related": -1.2,
        "says navigation": -1.2, "says comments": -1.5, "says boilerplate": -1.2, "says credit": -1.8,
        "says note": -0.8, "says caption": -0.5, "copyright": -3, "crumbs": -0.7, "title case": -1, "capitals": -2,
        "no letters": -4, "bullet": -0.5, "colon": -0.7, "twin after": -0.3, "before headline": -2,
        "before byline": -1.0, "only credit": -4, "list": -1.0, "dateline": -2, "again": 0.6,
    },
    "heading": {
        "": -2, "inside": 2.0, "above": -2.0, "below": -2.0, "4-7 words": 1.2, "1-3 words": 0.8, "8-14 words": 0.5,
        "15-24 words": -2, "25-39 words": -5, "40+ words": -8, "stop": -2, "before prose": 1.0, "after prose": 0.4,
        "wide gap": 1.2, "joined": -0.5, "date": -4, "by": -2, "byline": -1.0, "file": -5, "address": -4,
        "picture credit": -4, "tied": 0.4, "well tied": 0.7, "untied": -0.4, "lower start": -1.5, "says promo": -1,
        "says related": -1, "says navigation": -1, "says comments": -1.2, "says boilerplate": -1, "says note": -1,
        "says credit": -1.5, "twin after": -1.5, "no letters": -3, "ends in date": -1.5, "headline": -2,
        "dateline": -2, "colon": -0.3, "capitals": 0.3, "opens quote": 0.5, "before picture": -1.0,
    },
    "caption": {
        "": -2.5, "picture credit": 4.5, "only credit": 1.0, "ends in date": 1.5, "says caption": 0.7,
        "twin before": 0.8, "prose": 0.2, "1-3 words": -1, "above": 0.8, "40+ words": -0.3, "tied": 0.2,
        "well tied": 0.3, "speech": -1.0, "says promo": -1, "says boilerplate": -0.7, "headline": -4, "by": -1.5,
        "date": -2, "opens quote": -0.7, "below": -0.5, "file": -2, "says credit": -0.7, "says comments": -1,
    },
    "note": {
        "": -4, "says note": 1.8, "above": 0.5, "below": 0.5, "you": -0.5, "says promo": -0.3, "stop": 0.3,
        "headline": -4,
    },
    "credit": {
        "": -4, "says credit": 2.2, "below": 1.5, "above": -0.7, "byline": 0.3, "inside": -0.5, "40+ words": -1,
        "headline": -4, "picture credit": -1.0, "only credit": 0.3, "no letters": 1.0, "well tied": -1,
    },
    "promo": {
        "": -2, "says promo": 1.4, "you": 0.8, "we": 0.5, "untied": 0.8, "prose": -0.2, "capitals": 0.2,
        "tied": -0.5, "well tied": -1.5, "headline": -4, "speech": -0.7, "inside": 0.2, "date": -2,
        "picture credit": -2, "by": -2, "opens quote": -1, "copyright": -1, "before headline": 0.3,
        "holds headline": -1, "crumbs": -0.3,
    },
    "related": {
        "": -2.2, "says related": 1.3, "file": 5.0, "twin after": 1.5, "before picture": 0.5, "lower start": 1.0,
        "no stop": 0.7, "stop": -1.0, "prose": -1.0, "untied": 0.8, "well tied": -0.6, "inside": 0.2, "below": 1.0,
        "above": -0.2, "8-14 words": 0.6, "15-24 words": 0.2, "40+ words": -1.5, "title case": 0.3, "headline": -4,
        "under headline": -0.5, "by": -2, "date": -1.5, "picture credit": -2, "joined": 0.3, "speech": -0.6,
        "says promo": -0.5, "says comments": -0.5, "says boilerplate": -0.5, "holds headline": -0.5,
        "only credit": -1, "opens quote": -0.3, "says credit": -0.5, "says caption": -0.1,
    },
    "navigation": {
        "": -2.5, "says navigation": 1.4, "crumbs": 2.0, "1-3 words": 1.0, "4-7 words": 0.2, "15-24 words": -1,
        "25-39 words": -3, "40+ words": -5, "prose": -3, "stop": -1, "above": 0.7, "before headline": 1.2,
        "below": 0.5, "inside": -0.7, "holds headline": 0.8, "headline": -3, "no letters": 2.0, "list": 0.7,
        "date": -1, "by": -2, "picture credit": -2, "byline": -0.5, "file": -2, "untied": 0.2, "says promo": -0.5,
        "capitals": 0.3,
    },
    "comments": {
        "": -4, "says comments": 1.9, "below": 1.0, "inside": -0.5, "holds headline": 0.7, "headline": -4,
        "you": 0.3, "prose": -0.3, "well tied": -0.7, "says promo": -0.3,
    },
    "boilerplate": {
        "": -4, "says boilerplate": 1.8, "copyright": 4.0, "below": 1.5, "address": 1.2, "inside": -1,
        "above": -0.5, "untied": 0.6, "we": 0.7, "tied": -0.2, "well tied": -1.0, "headline": -4, "prose": 0.2,
        "speech": -0.5, "you": -0.2, "picture credit": -1.5, "says credit": -0.5,
    },
}  # fmt: skip
"""Feature → weight by role; "" counts for every piece."""

RUNS: dict[Role, float] = {
    "promo": 1.2, "related": 0.8, "navigation": 0.6, "comments": 1.2, "boilerplate": 1.2, "body": 0.6,
    "summary": 0.4,
}  # fmt: skip
"""What it adds to a role that the piece before has it too."""

STEPS: dict[tuple[Role, Role], float] = {
    ("headline", "summary"): 0.7, ("headline", "byline"): 0.5, ("byline", "dateline"): 0.7, ("dateline", "body"): 0.7,
    ("dateline", "byline"): 0.3, ("summary", "byline"): 0.5, ("related", "caption"): 0.7, ("body", "heading"): 0.4,
    ("heading", "body"): 0.8, ("heading", "heading"): -1.0, ("body", "headline"): -4.0, ("body", "summary"): -3.0,
    ("comments", "body"): -2.0, ("boilerplate", "body"): -2.0, ("comments", "boilerplate"): 0.4,
    ("credit", "body"): -1.5,
    ("heading", "comments"): -1.5, ("heading", "boilerplate"): -1.5, ("heading", "related"): -1.0,
    ("body", "credit"): 0.4, ("promo", "body"): -0.2, ("related", "body"): -0.2, ("note", "dateline"): 0.5,
    ("promo", "dateline"): 0.5, ("body", "byline"): -1.0,
}  # fmt: skip
"""What it adds to a role that the piece before has another one."""
