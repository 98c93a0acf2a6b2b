"""Pages in from an archive: how fast a WARC file is read, and how much memory that takes, whatever its size.

    python -m benchmarks.archives [PAGES] [--gigabytes N] [--pages N]

A WARC file of N gigabytes (1), gzipped by record, is made by repeating the pages of trafilatura's evaluation under
addresses of their own and is read to its end in a process of its own. Then `accord analyse` reads as many pages (20)
through the command. Memory is the peak of the largest process (`ru_maxrss`).
"""

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from benchmarks.pages import ARCHIVE, load_cases

READ = """
import sys
from accord.model.reports import Source
from accord.read.inputs import stream_sources

print(sum(isinstance(one, Source) for one in stream_sources(sys.argv[1:])))
"""


def make_record(url: str, page: bytes) -> bytes:
    """Return a response as one gzip member, as crawlers write it."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-16T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n", compresslevel=1)


def write_archive(source: Path, path: Path, most: float, pages: int | None = None) -> None:
    """Repeat the pages of the evaluation, each under an address of its own, up to a size in bytes or a number."""
    cases = load_cases(source, None)
    with path.open("wb") as archive:
        for number in range(pages) if pages else count():
            if archive.tell() >= most:
                return
            archive.write(make_record(f"https://herald.example/{number}", cases[number % len(cases)].data))


def measure(folder: str, *command: str) -> tuple[float, float, bytes]:
    """Run a command; return its seconds, the peak of memory in MB of its largest process, and its output."""
    begin = time.monotonic()
    with (Path(folder) / "out").open("w+b") as out:
        process = subprocess.Popen([sys.executable, *command], stdout=out)
        _, _, usage = os.wait4(process.pid, 0)
        out.seek(0)
        return time.monotonic() - begin, usage.ru_maxrss / 1024, out.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--gigabytes", type=float, default=1.0)
    parser.add_argument("--pages", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        write_apart(options.archive, path, options.gigabytes * 1e9)
        size = path.stat().st_size / 1e6
        seconds, memory, out = measure(folder, "-c", READ, str(path))
        print(f"reader   {size:,.0f} MB gzipped, {int(out):,} pages: {size / seconds:.1f} MB/s, peak {memory:.0f} MB")
        write_apart(options.archive, path, options.gigabytes * 1e9, options.pages)
        seconds, memory, out = measure(folder, "-m", "accord.cli.main", "analyse", "-q", str(path))
        read = out.count(b'"accord-analysis/1"')
        print(f"command  {read} pages analysed: {seconds / options.pages:.2f} s a page, peak {memory:.0f} MB a process")


def write_apart(*arguments: object) -> None:
    """Write in a process of its own: a process counts as its own what the one that started it holds."""
    writer = get_context("spawn").Process(target=write_archive, args=arguments)
    writer.start()
    writer.join()


if __name__ == "__main__":
    main()
