"""Pages as they came → WARC records, so that a record made from them can be verified for good."""

import gzip
import hashlib
from base64 import b32encode
from datetime import UTC, datetime
from http import HTTPStatus
from typing import BinaryIO
from uuid import UUID

from accord.read.addresses import Place

_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def write_info(archive: BinaryIO, software: str) -> None:
    """Begin an archive with what wrote it."""
    content = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    _write(archive, {"WARC-Type": "warcinfo", "Content-Type": "application/warc-fields"}, "", _now(), content)


def write_exchange(
    archive: BinaryIO,
    place: Place,
    request: dict[str, str],
    status: int,
    headers: dict[str, str],
    raw: bytes,
    *,
    moment: datetime | None = None,
) -> None:
    """Append a request and its response, each a gzip member of its own; the body as it came, its encoding kept.

    The answer that nothing has changed is a revisit of what was kept before (WARC 1.1, 6.7.2).
    """
    when = _now(moment)
    asked = _head(f"GET {place.target} HTTP/1.1", request)
    told = {key: value for key, value in headers.items() if key not in ("transfer-encoding", "content-length")}
    phrase = HTTPStatus(status).phrase if status in {one.value for one in HTTPStatus} else ""
    answered = _head(f"HTTP/1.1 {status} {phrase}", {**told, "content-length": str(len(raw))}) + raw
    common = {"WARC-Target-URI": place.url, "WARC-IP-Address": place.ips[0]}
    kind = {"WARC-Type": "revisit", "WARC-Profile": _NOT_MODIFIED} if status == 304 else {"WARC-Type": "response"}
    kind["Content-Type"] = "application/http; msgtype=response"
    first = _write(archive, {**kind, **common}, place.url, when, answered)
    with_it = {"WARC-Concurrent-To": first, "Content-Type": "application/http; msgtype=request"}
    _write(archive, {"WARC-Type": "request", **common, **with_it}, place.url, when, asked)


def _now(moment: datetime | None = None) -> str:
    return (moment or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _head(line: str, headers: dict[str, str]) -> bytes:
    lines = [line, *(f"{key}: {value}" for key, value in headers.items())]
    return "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n\r\n"


def _write(archive: BinaryIO, headers: dict[str, str], url: str, when: str, content: bytes) -> str:
    """Append a record; return its id, which is made of what is kept: the same exchange has the same one."""
    digest = hashlib.sha256("\0".join((headers["WARC-Type"], url, when)).encode() + content).digest()
    name = f"<urn:uuid:{UUID(bytes=digest[:16], version=5)}>"
    block = b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
    told = {
        **headers,
        "WARC-Date": when,
        "WARC-Record-ID": name,
        "WARC-Block-Digest": f"sha1:{block}",
        "Content-Length": str(len(content)),
    }
    archive.write(gzip.compress(_head("WARC/1.1", told) + content + b"\r\n\r\n", mtime=0))
    return name
