"""Pages as they came → WARC records, so that a record made from them can be verified for good."""

import gzip
import hashlib
from base64 import b32encode
from datetime import UTC, datetime
from http import HTTPStatus
from typing import BinaryIO
from uuid import UUID

from accord.read.addresses import Place


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
    """Append a request and its response, each a gzip member of its own; the body as it came, its encoding kept."""
    when = (moment or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    asked = _head(f"GET {place.target} HTTP/1.1", request)
    told = {key: value for key, value in headers.items() if key not in ("transfer-encoding", "content-length")}
    phrase = HTTPStatus(status).phrase if status in {one.value for one in HTTPStatus} else ""
    answered = _head(f"HTTP/1.1 {status} {phrase}", {**told, "content-length": str(len(raw))}) + raw
    first = _identify("response", place.url, when, answered)
    _write(archive, "response", place, when, answered, first, None)
    _write(archive, "request", place, when, asked, _identify("request", place.url, when, asked), first)


def _head(line: str, headers: dict[str, str]) -> bytes:
    lines = [line, *(f"{key}: {value}" for key, value in headers.items())]
    return "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n\r\n"


def _identify(kind: str, url: str, when: str, content: bytes) -> str:
    """An id made of what is kept, so that the same exchange has the same one."""
    digest = hashlib.sha256("\0".join((kind, url, when)).encode() + content).digest()
    return f"<urn:uuid:{UUID(bytes=digest[:16], version=5)}>"


def _write(
    archive: BinaryIO, kind: str, place: Place, when: str, content: bytes, name: str, concurrent: str | None
) -> None:
    digest = b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {place.url}",
        f"WARC-Date: {when}",
        f"WARC-Record-ID: {name}",
        f"WARC-IP-Address: {place.ip}",
        f"WARC-Block-Digest: sha1:{digest}",
        *([f"WARC-Concurrent-To: {concurrent}"] if concurrent else []),
        f"Content-Type: application/http; msgtype={kind}",
        f"Content-Length: {len(content)}",
    ]
    archive.write(gzip.compress("\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n", mtime=0))
