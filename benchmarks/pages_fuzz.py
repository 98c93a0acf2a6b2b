"""Broken input into the readers of pages, text, feeds, agency formats, JSON and WARC: whatever fails otherwise is told.

    python -m benchmarks.pages_fuzz COUNT [SEED] [--keep FOLDER]

A third of the inputs are pieces of markup put together at random; the others are small whole inputs with parts of them
changed, cut, doubled, nested or put in other encodings. Every page that is read is also checked: its passages cover its
text, its segments lead back to the bytes that they came from, and a span in it has its range.
"""

import argparse
import gzip
import io
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.reports import Source
from accord.read.archives import read_warc
from accord.read.exchange import read_exchange
from accord.read.feeds import read_feed, to_sources
from accord.read.html import read_html
from accord.read.html.references import REFERENCE, read_reference
from accord.read.jsonlines import read_json
from accord.read.pages import read
from accord.read.ranges import find_range

SLOW = 0.5
"""Seconds of CPU time from which an input of some kilobytes is told as slow."""
FOLDER = Path(__file__).parent / "fuzz_seeds"
PIECES: list[str] = json.loads((FOLDER / "pieces.json").read_text(encoding="utf-8"))
KINDS = ("page", "text", "feed", "exchange", "json", "warc")
TIMED = 20
SEEDS = {kind: [path.read_bytes().decode() for path in sorted(FOLDER.glob(f"{kind}*.*"))] for kind in KINDS}
_RUN = re.compile(r"\s+")
_WORD = re.compile(r"[\w.:/-]+")
WEIGHTS = (55, 5, 10, 10, 10, 10)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8", "cp1252", "utf-16", "utf-16-be", "gb18030", "cp932")


def make_input(chance: random.Random, kind: str) -> bytes:
    """Make one input for a reader."""
    if chance.random() < 0.33:
        text = "".join(chance.choices(PIECES, k=chance.randrange(1, 40)))
    else:
        text = chance.choice(SEEDS[kind])
        change = chance.choice((_change, _change, _change_word))
        for _ in range(chance.randrange(1, 8)):
            text = change(chance, text)
    data = text.encode(chance.choice(ENCODINGS), "replace")
    if chance.random() < 0.33 and data:
        at, length = chance.randrange(len(data)), chance.randrange(1, 8)
        data = chance.choice([data[:at], data[:at] + chance.randbytes(length) + data[at:], data[at:] + data])
    if kind == "warc" and chance.random() < 0.2:
        data = gzip.compress(data, 1)
    return data


def _change(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    end = min(len(text), at + chance.choice((1, 1, 3, 20, 200)))
    way = chance.randrange(6)
    if way == 0:
        return text[:at] + text[end:]
    if way == 1:
        return text[:end] + text[at:end] * chance.choice((1, 2, 30)) + text[end:]
    if way == 2:
        return text[:at] + "".join(chance.choices(PIECES, k=chance.randrange(1, 5))) + text[end:]
    if way == 3:
        return text[:at] + chance.choice(PIECES) * chance.choice((2, 20, 300)) + text[at:]
    if way == 4:
        other = chance.randrange(len(text) + 1)
        return text[:at] + text[other : other + 200] + text[end:]
    return text[:at]


def _change_word(chance: random.Random, text: str) -> str:
    """Put another word in the place of one: what is well-formed stays so."""
    words = list(_WORD.finditer(text))
    if not words:
        return text
    one, other = chance.choice(words), chance.choice((chance.choice(words)[0], str(chance.randrange(-9, 9**18)), ""))
    return text[: one.start()] + other * chance.choice((1, 1, 1, 500 if len(text) < 9000 else 2)) + text[one.end() :]


def check_page(page: Page, data: bytes) -> None:
    """Raise AssertionError where a page does not lead back to its file."""
    source, text = page.source, page.report.text
    covered = "".join(passage.span.text for passage in page.passages)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text), "a passage is missing"
    headline = page.report.headline
    assert headline is None or text[headline.start : headline.end] == headline.text, "the headline is elsewhere"
    text.encode()
    if source is None:
        return
    for span in (page.passages[0].span, page.passages[-1].span):
        found = find_range(source, page.report, span)
        assert found is None or found.byte_start is None or found.byte_end is None or found.byte_end <= len(data)
    for start, length, first, size in zip(
        source.starts, source.lengths, source.bytes_from, source.byte_lengths, strict=True
    ):
        if first < 0 or source.encoding != "utf-8":
            continue
        raw = data[first : first + size].decode("utf-8", "replace")
        written = REFERENCE.sub(lambda match: read_reference(match[0]), raw)
        told = text[start : start + length]
        if "\ufffd" not in told and "\ufffd" not in written:
            assert _blanks(told) in (_blanks(written), _blanks(raw)), (written, told)  # the latter behind <plaintext>


def _blanks(text: str) -> str:
    return _RUN.sub(" ", text)


def _read_all(sources: object) -> None:
    for found in sources:  # type: ignore[attr-defined]
        if isinstance(found, Source):
            try:
                read(found)
            except InputError:
                continue


def _check_html(data: bytes) -> None:
    check_page(read_html(Source(path="p.html", data=data)), data)


def _check_text(data: bytes) -> None:
    check_page(read(Source(path="t.txt", data=data)), data)


READERS: dict[str, Callable[[bytes], None]] = {
    "page": _check_html,
    "text": _check_text,
    "feed": lambda data: _read_all(to_sources(read_feed(data), "f")),
    "exchange": lambda data: _read_all(read_exchange(data, "e")),
    "json": lambda data: _read_all(read_json(io.BytesIO(data), "j")),
    "warc": lambda data: _read_all(read_warc(io.BytesIO(data), "w")),
}


class Run:
    """A run of so many inputs: how each ended, those that failed, the slowest."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.ends: Counter[str] = Counter()
        self.failed: list[tuple[str, str, bytes]] = []
        self.slowest = (0.0, "", b"")

    def go(self, count: int) -> None:
        """Make and read so many inputs; the clock, which costs as much as an input, is read once for twenty."""
        for first in range(0, count, TIMED):
            kinds = self.chance.choices(KINDS, weights=WEIGHTS, k=min(TIMED, count - first))
            made = [(kind, make_input(self.chance, kind)) for kind in kinds]
            before = time.process_time()
            for kind, data in made:
                self._read(kind, data)
            if time.process_time() - before > max(self.slowest[0], SLOW / 5):
                self._time(made)

    def _read(self, kind: str, data: bytes) -> None:
        try:
            READERS[kind](data)
            self.ends[f"{kind} read"] += 1
        except InputError:
            self.ends[f"{kind} refused"] += 1
        except Exception as error:
            self.ends[f"{kind} FAILED"] += 1
            self.failed.append((kind, f"{type(error).__name__}: {str(error)[:200]}", data))

    def _time(self, made: list[tuple[str, bytes]]) -> None:
        """Read inputs again, one by one, to find the slow one among them."""
        for kind, data in made:
            before = time.process_time()
            with suppress(Exception):
                READERS[kind](data)
            spent = time.process_time() - before
            if spent > SLOW:
                self.ends[f"{kind} SLOW"] += 1
            self.slowest = max(self.slowest, (spent, kind, data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed and the slowest")
    options = parser.parse_args()
    run = Run(options.seed)
    done = 0
    while done < options.count:
        run.go(min(50_000, options.count - done))
        done += min(50_000, options.count - done)
        shown = dict(sorted(run.ends.items()))
        print(f"{done} inputs, seed {options.seed}, slowest {run.slowest[0] * 1000:.0f} ms:", shown, flush=True)
        kinds = {(kind, reason.split(":")[0]): (reason, data) for kind, reason, data in run.failed}
        for (kind, _), (reason, data) in sorted(kinds.items()):
            print(" ", kind, reason, data[:300], flush=True)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for number, (kind, _, data) in enumerate([*run.failed[:50], ("slowest", "", run.slowest[2])]):
            (options.keep / f"{number}.{kind}").write_bytes(data)


if __name__ == "__main__":
    main()
