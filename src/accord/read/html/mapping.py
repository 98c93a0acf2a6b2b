"""Blocks of a page → the way from the report's text back to DOM nodes and bytes."""

import hashlib
from bisect import bisect_right

from accord.model.sources import SourceMap
from accord.read.html.charset import Decoded, byte_offsets, is_broken
from accord.read.html.marking import Marked
from accord.read.html.references import REFERENCE, own_part, read_reference
from accord.read.html.tree import Element, Tree

MOST = 1_000_000
"""Segments of a page, written otherwise from one reference to the next, whose bytes are told one by one."""
_OTHERWISE = "&\r\0"
"""Signs with which a reference begins, or what is read as one; broken bytes are others."""
Steps = tuple[list[int], list[int], list[int]]


def map_source(tree: Tree, starts: list[int], marked: Marked, decoded: Decoded, data: bytes) -> SourceMap:
    """Return the source map of a report whose block `i` begins at `starts[i]` of its text."""
    builder = _Builder(tree, marked, decoded)
    for block, start in zip(tree.blocks, starts, strict=True):
        for segment in block.segments:
            builder.add(start, block.text, segment)
    return builder.finish(hashlib.sha256(data).hexdigest(), decoded.encoding)


class _Builder:
    def __init__(self, tree: Tree, marked: Marked, decoded: Decoded) -> None:
        self.marked = marked
        self.starts = marked.starts
        self.tree = tree
        self.source = decoded.text
        self.decoded = decoded
        self.signs = [sign for sign in _OTHERWISE if sign in decoded.text]
        self.is_broken = is_broken(decoded)
        self.steps: dict[int, Steps | None] = {}
        self.rows: list[tuple[int, int, int, int, int, int]] = []

    def add(self, start: int, text: str, segment: tuple[int, int, int, int, int, int]) -> None:
        """Add one segment of a block, cut where the source writes a character in another way (`&amp;`)."""
        at, offset, length, node, token, inside = segment
        if token < 0:
            self.rows.append((start + at, length, node, offset, -1, -1))
            return
        if token not in self.steps:
            self.steps[token] = self._find_steps(token)
        steps = self.steps[token]
        words = text[at : at + length]
        if steps is not None:
            self._add_in_steps(start, words, segment, steps)
            return
        first = last = self.starts[token] + inside
        if len(self.rows) <= MOST and self._is_same(first, words):
            last += length
        else:
            first = last = -1
        self.rows.append((start + at, length, node, offset, first, last))

    def _add_in_steps(self, start: int, words: str, segment: tuple[int, int, int, int, int, int], steps: Steps) -> None:
        at, offset, length, node, token, inside = segment
        done = 0
        while done < length:
            if len(self.rows) > MOST:
                self.rows.append((start + at + done, length - done, node, offset + done, -1, -1))
                return
            size, first, last = self._step(steps, self.starts[token], inside + done, length - done)
            if last - first == size and not self._is_same(first, words[done : done + size]):
                first = last = -1  # text here, markup elsewhere (CDATA in SVG and MathML): the place is not known
            elif last > len(self.source):
                first, last = min(first, len(self.source)), len(self.source)
            self.rows.append((start + at + done, size, node, offset + done, first, last))
            done += size

    def _step(self, steps: Steps, base: int, position: int, left: int) -> tuple[int, int, int]:
        """Characters from a place in a marked text that lie in the source as they are, or one reference; and where."""
        texts, sources, sizes = steps
        index = bisect_right(texts, position) - 1
        if index < 0:
            size = min(left, texts[0] - position)
            return size, base + position, base + position + size
        end = _end_of_reference(self.source, sources[index], sources[index + 1] if index + 1 < len(sources) else None)
        over = position - texts[index] - sizes[index]
        if over < 0:
            return min(left, -over), sources[index], end
        size = min(left, texts[index + 1] - position) if index + 1 < len(texts) else left
        return size, end + over, end + over + size

    def _is_same(self, first: int, words: str) -> bool:
        """Whether the source has these words; blanks and broken bytes may be written otherwise."""
        written = self.source[first : first + len(words)]
        return written == words or (
            len(written) == len(words)
            and all(one == other or one in " \ufffd" for one, other in zip(words, written, strict=True))
        )

    def _find_steps(self, token: int) -> Steps | None:
        """Where a marked text holds characters written otherwise: (place in the text, in the source, characters)."""
        start, end = self.starts[token], self.marked.ends[token]
        if not self.is_broken:
            for sign in self.signs:
                if self.source.find(sign, start, end) >= 0:
                    break
            else:
                return None
        texts: list[int] = []
        sources: list[int] = []
        sizes: list[int] = []
        saved = 0
        is_literal = token in self.marked.literal
        for match in REFERENCE.finditer(self.source, start, end):
            written = own_part(match[0])
            if is_literal and written[0] == "&":
                continue
            size = len(read_reference(written))
            if size == len(written):
                continue
            texts.append(match.start() - start - saved)
            sources.append(match.start())
            sizes.append(size)
            saved += len(written) - size
        return (texts, sources, sizes) if texts else None

    def finish(self, sha256: str, encoding: str) -> SourceMap:
        used = sorted({row[2] for row in self.rows})
        number = {node: index for index, node in enumerate(used)}
        paths: dict[Element, str] = {}
        columns = list(zip(*self.rows, strict=True)) or [(), (), (), (), (), ()]
        firsts, lasts = columns[4], columns[5]
        places = byte_offsets(self.decoded, {*firsts, *lasts} - {-1})
        places[-1] = -1
        begins = tuple([places[first] for first in firsts])
        return SourceMap(
            sha256=sha256,
            encoding=encoding,
            nodes=tuple(self.tree.node_path(node, paths) for node in used),
            starts=columns[0],
            lengths=columns[1],
            node_of=tuple(number[node] for node in columns[2]),
            offsets=columns[3],
            bytes_from=begins,
            byte_lengths=tuple([places[last] - begin for begin, last in zip(begins, lasts, strict=True)]),
        )


def _end_of_reference(source: str, start: int, limit: int | None) -> int:
    match = REFERENCE.match(source, start)
    end = start + len(own_part(match[0])) if match else start
    return min(end, limit) if limit is not None else end
