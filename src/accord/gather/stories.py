import hashlib
from collections.abc import Iterable, Sequence

import msgspec

from accord.gather.versions import find_versions
from accord.model.accounts import Analysis, Story
from accord.model.problems import Problem


def gather(analyses: Sequence[Analysis], *, problems: Iterable[Problem] = ()) -> Story | None:
    """Take the reports that a user named as one story, ordered by path, so that their order of naming never matters.

    Of the versions of one report only the latest is a report of the story; None where there is no report.
    """
    if not analyses:
        return None
    ordered = sorted(analyses, key=lambda analysis: (*_place(analysis.report.path), analysis.report.id))
    latest, versions, left_out = find_versions(ordered)
    digest = hashlib.sha256("\n".join(analysis.report.sha256 for analysis in ordered).encode()).hexdigest()
    told = sorted([*problems, *left_out], key=msgspec.json.encode)
    return Story(id=digest[:12], analyses=tuple(latest), problems=tuple(told), versions=tuple(versions))


def _place(path: str) -> tuple[str, int, str]:
    """Order what one file holds by its places: `news.warc#9` before `news.warc#10`."""
    file, _, number = path.rpartition("#")
    return (file, int(number), "") if number.isdecimal() and len(number) < 19 else (path, 0, path)
