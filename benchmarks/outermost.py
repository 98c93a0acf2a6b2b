"""Analyses without attributions that lie in another's content, for annotations that leave these out, as PolNeAR does.

    attributions.py --accord 'python -m benchmarks.outermost' ../shared/data/attributions/polnear-dev.tar.gz

prints what `accord analyse --format jsonl` prints, but for nested speech: what she thinks in “I think they will sign,”
she said. The record keeps it, as its guide asks.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from accord.model.findings import Attribution
from accord.model.reports import Source
from accord.pipeline import per_report
from accord.publish.analyses import to_json_line


def main() -> int:
    """Analyse the files named on the command line."""
    for path in sys.argv[1:]:
        analysis = per_report(Source(path=path, data=Path(path).read_bytes()))
        analysis = structs.replace(analysis, attributions=outermost(analysis.attributions))
        sys.stdout.buffer.write(to_json_line(analysis))
    return 0


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Leave out each attribution whose cue, or content where it has none, lies in the content of another."""

    def lies_in(inner: Attribution, outer: Attribution) -> bool:
        place = inner.cue or inner.content[0]
        return outer is not inner and any(span.start <= place.start and place.end <= span.end for span in outer.content)

    return tuple(one for one in attributions if not any(lies_in(one, other) for other in attributions))


if __name__ == "__main__":
    raise SystemExit(main())
