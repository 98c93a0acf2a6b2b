"""Blocks of a page → the way from the report's text back to DOM nodes and bytes."""

import hashlib
import html
import re
from bisect import bisect_right

import numpy as np

from accord.model.sources import SourceMap
from accord.read.html.charset import Decoded, byte_offsets
from accord.read.html.marking import Marked
from accord.read.html.tree import Element, Tree

_CHANGED = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?|\r\n?|\x00|[\udc80-\udcff]")
Steps = tuple[list[int], list[int], list[int]]


def map_source(tree: Tree, starts: list[int], marked: Marked, decoded: Decoded, data: bytes) -> SourceMap:
    """Return the source map of a report whose block `i` begins at `starts[i]` of its text."""
    builder = _Builder(tree, marked, decoded)
    for block, start in zip(tree.blocks, starts, strict=True):
        for segment in block.segments:
            builder.add(start, segment)
    return builder.finish(hashlib.sha256(data).hexdigest(), decoded.encoding)


class _Builder:
    def __init__(self, tree: Tree, marked: Marked, decoded: Decoded) -> None:
        self.marked = marked
        self.tree = tree
        self.source = decoded.text
        self.decoded = decoded
        self.steps: dict[int, Steps | None] = {}
        self.rows: list[tuple[int, int, int, int, int, int]] = []

    def add(self, start: int, segment: tuple[int, int, int, int, int, int]) -> None:
        """Add one segment of a block, cut where the source writes a character in another way (`&amp;`)."""
        at, offset, length, node, token, inside = segment
        if token < 0:
            self.rows.append((start + at, length, node, offset, -1, -1))
            return
        steps = self._steps(token)
        base = self.marked.starts[token]
        if steps is None:
            first = base + inside
            self._put(start + at, length, node, offset, first, first + length)
            return
        texts, sources, sizes = steps
        done = 0
        while done < length:
            position = inside + done
            index = bisect_right(texts, position) - 1
            if index >= 0 and position < texts[index] + sizes[index]:  # inside a reference: `&amp;`
                size = min(length - done, texts[index] + sizes[index] - position)
                after = sources[index + 1] if index + 1 < len(sources) else None
                end = _end_of_reference(self.source, sources[index], after)
                self._put(start + at + done, size, node, offset + done, sources[index], end)
            else:
                ahead = texts[index + 1] if index + 1 < len(texts) else inside + length
                size = min(length - done, ahead - position)
                if index >= 0:
                    reference_end = _end_of_reference(self.source, sources[index], None)
                    first = reference_end + position - texts[index] - sizes[index]
                else:
                    first = base + position
                self._put(start + at + done, size, node, offset + done, first, first + size)
            done += size

    def _put(self, start: int, length: int, node: int, offset: int, first: int, last: int) -> None:
        last = min(last, len(self.source))
        self.rows.append((start, length, node, offset, min(first, last), last))

    def _steps(self, token: int) -> Steps | None:
        """Where a marked text holds characters written otherwise: (place in the text, in the source, characters)."""
        if token not in self.steps:
            self.steps[token] = self._find_steps(token)
        return self.steps[token]

    def _find_steps(self, token: int) -> Steps | None:
        start, end = self.marked.starts[token], self.marked.ends[token]
        texts: list[int] = []
        sources: list[int] = []
        sizes: list[int] = []
        saved = 0
        for match in _CHANGED.finditer(self.source, start, end):
            written = match[0]
            size = len(_decode(written))
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
        places = byte_offsets(self.decoded)
        firsts, lasts = np.array(columns[4], dtype=np.int64), np.array(columns[5], dtype=np.int64)
        begins = np.where(firsts < 0, -1, places[firsts])
        sizes = np.where(firsts < 0, 0, places[lasts] - begins)
        return SourceMap(
            sha256=sha256,
            encoding=encoding,
            nodes=tuple(self.tree.node_path(node, paths) for node in used),
            starts=columns[0],
            lengths=columns[1],
            node_of=tuple(number[node] for node in columns[2]),
            offsets=columns[3],
            bytes_from=tuple(begins.tolist()),
            byte_lengths=tuple(sizes.tolist()),
        )


def _decode(written: str) -> str:
    """What a parser makes of it: `&amp;` → `&`, CR LF → one line break, NUL → nothing."""
    if written[0] == "&":
        return html.unescape(written)
    return "" if written == "\x00" else "\n" if written[0] == "\r" else written


def _end_of_reference(source: str, start: int, limit: int | None) -> int:
    match = _CHANGED.match(source, start)
    end = match.end() if match else start
    return min(end, limit) if limit is not None else end
