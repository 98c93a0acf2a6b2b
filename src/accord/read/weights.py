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
        "headline": 8, "": -4, "above": 1, "says promo": -1, "stop": -1, "goes on": -1,
    },
    "summary": {
        "": -2.5, "above": 1.5, "inside": -2, "below": -4, "under headline": 1.5, "before byline": 2.0,
        "bullet": 2.0, "comes again": 4.5, "tied": 0.5, "well tied": 0.8, "15-24 words": 0.7, "25-39 words": 0.7,
        "8-14 words": 0.5, "40+ words": -1.5, "1-3 words": -4, "4-7 words": -1, "prose": 0.3, "dateline": -3,
        "picture credit": -3, "date": -4, "by": -4, "ends in date": -1, "before headline": -1.5, "headline": -3,
        "says promo": -0.8, "untied": -1, "holds headline": -1, "crumbs": -1, "file": -4, "address": -2, "again": -1,
        "cut off": 2.5, "after byline": 0.5, "under promo": -1.5, "under navigation": -1, "no letters": -5,
        "agency first": -2, "says navigation": -1.5, "says related": -1.0, "says caption": -0.8,
        "under related": -0.5, "twin after": -2, "under points": 5, "goes on": -2, "agency line": -3, "post": -3,
        "only address": -4, "says comments": -3, "scene": -2, "arrow": -2, "says tags": -2, "under tags": -2,
        "rule": -5, "phone": -4, "signed": -2, "dated": -3, "menu": -3, "only mail": -4, "says note": -2,
        "post of name": -4, "name of post": -3,
    },
    "byline": {
        "": -4, "by": 6, "byline": 2.8, "above": 1.5, "inside": -2, "below": -0.5, "says byline": 1.0, "prose": -3,
        "15-24 words": -1, "25-39 words": -3, "40+ words": -6, "date": -1.5, "headline": -4, "before headline": -1.0,
        "title case": 0.3, "says promo": -1, "says credit": -1.5, "says navigation": -1, "untied": 0.3, "tied": -1,
        "bio": -2, "under comments": -2, "under related": -4, "after byline": 0.8, "before byline": 0.8,
        "under headline": 0.8, "author": -1, "says": -3, "address": -1, "post": 1.5, "agency line": 4.5,
        "under tags": -1.5, "only mail": 1.5, "post of name": 4.5, "name of post": 4, "handle": 6, "medium": 1.0,
    },
    "dateline": {
        "": -5, "date": 6.5, "dateline": 9, "says dateline": 1.0, "prose": -3, "25-39 words": -3, "40+ words": -6,
        "above": 0.7, "15-24 words": -1, "picture credit": -3, "headline": -4, "1-3 words": 0.5, "8-14 words": -0.5,
        "copyright": -4, "under comments": -3, "under related": -2.5, "after byline": 0.3, "below": -1, "dated": 6,
    },
    "body": {
        "": 0.5, "prose": 2.0, "40+ words": 1.5, "25-39 words": 1.2, "15-24 words": 0.7, "8-14 words": -0.2,
        "4-7 words": -1.5, "1-3 words": -3, "stop": 0.8, "no stop": -3.0, "above": -2.0, "inside": 1.2,
        "below": -1.0, "untied": -1.2, "tied": 0.6, "well tied": 1.0, "speech": 0.8, "opens quote": 0.8, "you": -0.7,
        "we": -0.5, "picture credit": -2.5, "ends in date": -1.8, "headline": -5, "holds headline": -1, "date": -4,
        "by": -3, "byline": -2, "file": -4, "address": -1.5, "says promo": -1.0, "says related": -1.2,
        "says navigation": -1.2, "says comments": -1.5, "says boilerplate": -1.2, "says credit": -1.8,
        "says note": -0.8, "says caption": -0.5, "copyright": -3, "crumbs": -0.7, "title case": -1, "capitals": -2,
        "no letters": -4, "bullet": -0.5, "colon": 0.8, "twin after": -2.0, "before headline": -2,
        "before byline": -1.0, "only credit": -4, "list": -1.0, "dateline": -5, "again": 0.6, "under comments": -2.5,
        "under boilerplate": -2, "under related": -1.0, "under promo": -0.7, "bio": -0.5, "author": -3,
        "before only credit": -2.0, "after picture label": -0.7, "agency first": -1.5, "question": -0.8,
        "says": -1.5, "cut off": -0.8, "all lower": -3, "scene": -0.8, "agency line": -4, "only address": -5,
        "rule": -6, "arrow": -3, "post": -3, "under tags": -1.5, "phone": -2, "under points": -2, "comes again": -3,
        "signature": 4.5, "menu": -3, "only mail": -4, "dated": -1.5, "signed": -0.5, "town": -2, "far below": -3,
        "related below": -2.0, "item": 5, "cut short": -1.5, "post of name": -3, "name of post": -3,
        "promo below": -1, "boilerplate below": -1, "titled name": 3.5, "placed": -2, "handle": -3, "hashtag": -4,
        "medium": -3, "you and we": -2, "section head": -3,
    },
    "heading": {
        "": -3, "inside": 2.0, "above": -2.0, "below": -2.0, "4-7 words": 1.2, "1-3 words": 0.8, "8-14 words": -0.3,
        "15-24 words": -3.5, "25-39 words": -5, "40+ words": -8, "stop": -2, "before prose": 2.0, "after prose": 0.4,
        "wide gap": 1.2, "joined": -0.5, "date": -4, "by": -2, "byline": -1.0, "file": -5, "address": -4,
        "picture credit": -4, "tied": 0.4, "well tied": 0.7, "untied": -0.4, "lower start": -3, "says promo": -1,
        "says related": -1, "says navigation": -1, "says comments": -1.2, "says boilerplate": -1, "says note": -1,
        "says credit": -1.5, "twin after": -2.5, "no letters": -3, "ends in date": -1.5, "headline": -2,
        "dateline": -5, "colon": -1.5, "capitals": 0.3, "opens quote": 0.5, "before picture": -2.0, "question": 2.0,
        "under comments": -3, "under related": -2.5, "under boilerplate": -2.5, "under promo": -1.0,
        "after picture label": -2.5, "before only credit": -2, "agency first": -2.5, "says": -3, "copyright": -5,
        "author": -3, "all lower": -4, "rule": -6, "arrow": -4, "agency line": -4, "post": -2, "only address": -5,
        "goes on": -3, "under tags": -1.5, "phone": -4, "scene": -0.5, "again": -2.5, "comes again": -1,
        "after only credit": -1.5, "menu": -2, "only mail": -5, "dated": -3, "signed": -3, "town": -1,
        "far below": -1.5, "item": -3, "post of name": -4, "name of post": -4, "hashtag": -4, "handle": -4,
        "medium": -3, "section head": -1.5,
    },
    "caption": {
        "": -2.5, "picture credit": 4.5, "only credit": 1.0, "ends in date": 1.5, "says caption": 1.0,
        "twin before": 0.8, "prose": 0.2, "1-3 words": -1, "above": 0.8, "40+ words": -0.3, "tied": 0.2,
        "well tied": 0.3, "speech": -1.0, "says promo": -1, "says boilerplate": -0.7, "headline": -4, "by": -1.5,
        "date": -2, "opens quote": -0.7, "below": -0.5, "file": -2, "says credit": -0.7, "says comments": -1,
        "before only credit": 3.5, "after picture label": 3.0, "agency first": 2.0, "copyright": -3,
        "under comments": -2.5, "after only credit": 2.0, "author": -2, "cut off": -1, "under boilerplate": -1.5,
        "scene": 2.0, "agency line": -3, "rule": -6, "only address": -3, "phone": -3, "signed": 2.5, "only mail": -4,
        "dated": -1, "byline": -1.5, "post": -2, "name of post": -3, "far below": -1.0, "placed": 3,
        "before headline": -1.5,
    },
    "note": {
        "": -3.5, "says note": 2.3, "above": 0.5, "below": 0.5, "you": -0.5, "says promo": -0.3, "stop": 0.3,
        "headline": -4, "under note": 1, "rule": -4,
    },
    "credit": {
        "": -4, "says credit": 2.2, "below": 1.5, "above": -0.7, "byline": 0.0, "inside": -0.5, "40+ words": -1,
        "headline": -4, "picture credit": -1.0, "only credit": 0.3, "no letters": 0.0, "well tied": -1,
        "author": 0.5, "under comments": -2, "rule": 5, "agency line": 4.5, "phone": -1,
    },
    "promo": {
        "": -2, "says promo": 1.6, "you": 0.8, "we": 0.5, "untied": 0.8, "prose": -0.2, "capitals": 0.2,
        "tied": -0.5, "well tied": -1.5, "headline": -4, "speech": -0.7, "inside": 0.2, "date": -2,
        "picture credit": -2, "by": -2, "opens quote": -1, "copyright": -1, "before headline": 0.3,
        "holds headline": -1, "crumbs": -0.3, "under promo": 1.0, "under comments": -1.0, "author": -3, "bio": -1,
        "rule": -2, "phone": -2, "menu": -0.5, "colon": 0, "you and we": 1.5,
    },
    "related": {
        "": -2.2, "says related": 1.3, "file": 5.0, "twin after": 3.0, "before picture": 0.5, "lower start": 1.0,
        "no stop": 1.2, "stop": -1.0, "prose": -1.0, "untied": 0.8, "well tied": -0.6, "inside": 0.2, "below": 1.0,
        "above": -1.0, "8-14 words": 0.6, "15-24 words": 0.2, "40+ words": -3, "title case": 0.3, "headline": -4,
        "under headline": -0.5, "by": -2, "date": -0.5, "picture credit": -2, "joined": 0.3, "speech": -0.6,
        "says promo": -0.5, "says comments": -0.5, "says boilerplate": -0.5, "holds headline": -0.5,
        "only credit": -1, "opens quote": -0.3, "says credit": -0.5, "says caption": -0.1, "1-3 words": -1.3,
        "under related": 2.0, "under comments": -2.0, "under boilerplate": -1.5, "under promo": -0.5,
        "under navigation": -0.5, "says": -2, "copyright": -3, "address": -2, "author": -1, "dateline": -3,
        "before only credit": -2, "after picture label": -2, "agency first": -0.5, "bio": -0.5, "no letters": -2,
        "all lower": 2.5, "rule": -5, "agency line": -3, "post": -3, "only address": -2, "arrow": -0.5, "phone": -4,
        "under tags": -1.5, "again": 1.5, "after only credit": -1, "25-39 words": -1.5, "only mail": -3,
        "menu": -1.5, "signed": -2, "dated": -1, "cut short": 1.5, "related below": 0.5, "item": -3, "colon": -1.5,
        "post of name": -3, "name of post": -3, "titled name": -2, "hashtag": -2, "handle": -3, "section head": 2.5,
    },
    "navigation": {
        "": -2.5, "says navigation": 2.0, "crumbs": 2.0, "1-3 words": 1.6, "4-7 words": 0.2, "15-24 words": -1,
        "25-39 words": -3, "40+ words": -5, "prose": -3, "stop": -1, "above": 1.0, "before headline": 1.2,
        "below": 0.5, "inside": -0.7, "holds headline": 0.8, "headline": -3, "no letters": 1.5, "list": 0.7,
        "date": -1, "by": -2, "picture credit": -2, "byline": -0.5, "file": -2, "untied": 0.2, "says promo": -0.5,
        "capitals": 0.3, "under related": -0.7, "under comments": -1, "under boilerplate": -0.7, "under promo": -0.3,
        "copyright": -2, "author": -1, "dateline": -3, "address": 0.5, "says": -2, "after picture label": -1.5,
        "says tags": 1.7, "under tags": 2.5, "arrow": 3.5, "only address": 3, "rule": -2, "post": -1, "phone": -4,
        "agency line": -3, "menu": 2.5, "only mail": -3, "dated": -2, "says comments": -2, "post of name": -3,
        "name of post": -3, "item": -2, "hashtag": 4, "handle": -1, "medium": 0.3, "section head": -0.5,
    },
    "comments": {
        "": -4, "says comments": 2.1, "below": 1.0, "inside": -0.5, "holds headline": 0.7, "headline": -4,
        "you": 0.3, "prose": -0.3, "well tied": -0.7, "says promo": -0.3, "under comments": 3.0, "says": 1.5,
        "date": 0.3, "above": -0.5, "author": -2, "copyright": -2, "1-3 words": 0.3, "rule": -3, "phone": -2,
    },
    "boilerplate": {
        "": -4, "says boilerplate": 1.7, "copyright": 5.0, "below": 1.5, "address": 1.0, "inside": -1, "above": -1.5,
        "untied": 0.6, "we": 0.7, "tied": -0.2, "well tied": -1.0, "headline": -4, "prose": 0.2, "speech": -0.5,
        "you": -0.8, "picture credit": -1.5, "says credit": -0.5, "under boilerplate": 1.8, "bio": 1.5,
        "author": 4.0, "under comments": -1.5, "under related": -1, "1-3 words": 0.2, "no letters": -0.5, "phone": 3,
        "rule": 1, "under tags": -1.5, "only address": 0.5, "post": -1, "only mail": 3.5, "menu": -0.3,
        "far below": 0.5,
    },
}  # fmt: skip
"""Feature → weight by role; "" counts for every piece."""

RUNS: dict[Role, float] = {
    "promo": 1.2, "related": 0.8, "navigation": 0.6, "comments": 1.2, "boilerplate": 1.2, "body": 0.6,
    "summary": 0.4, "caption": 0.4, "credit": 0.6, "byline": 0.4,
}  # fmt: skip
"""What it adds to a role that the piece before has it too."""

STEPS: dict[tuple[Role, Role], float] = {
    ("headline", "summary"): 0.7, ("headline", "byline"): 0.5, ("byline", "dateline"): 0.7, ("dateline", "body"): 0.7,
    ("dateline", "byline"): 0.3, ("summary", "byline"): 0.5, ("related", "caption"): 0.7, ("body", "heading"): 0.4,
    ("heading", "body"): 0.8, ("heading", "heading"): -2.5, ("body", "headline"): -4.0, ("body", "summary"): -3.0,
    ("comments", "body"): -2.0, ("boilerplate", "body"): -2.0, ("comments", "boilerplate"): 0.4,
    ("credit", "body"): -1.5,
    ("heading", "comments"): -1.5, ("heading", "boilerplate"): -1.5, ("heading", "related"): -1.0,
    ("body", "credit"): 0.4, ("promo", "body"): -0.2, ("related", "body"): -0.2, ("note", "dateline"): 0.5,
    ("promo", "dateline"): 0.5, ("body", "byline"): -1.0,
}  # fmt: skip
"""What it adds to a role that the piece before has another one."""
