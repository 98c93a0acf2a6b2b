"""Addresses of the web as strings."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(r"(?i)(?:utm_|ns_|mc_|at_).*|fbclid|gclid|msclkid|ito|cmpid|cid|ocid|ref|ref_src|share|smid")
_WEB = re.compile(r"https?://", re.I)
_ANY = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)


def is_web_address(word: str) -> bool:
    """Tell an address of the web from the name of a file.

    >>> is_web_address("HTTPS://herald.example/a"), is_web_address("reports/a.txt")
    (True, False)
    """
    return _WEB.match(word) is not None


def is_address(word: str) -> bool:
    """Tell an address of any kind, `ftp://…` too."""
    return _ANY.match(word) is not None


def same_address(url: str) -> str | None:
    """Return an address without what does not name the page: scheme, `www.`, fragment, tracking, a closing slash.

    None for a bare host, which names no page, and for what is no address.

    >>> same_address("https://www.herald.example/a/?utm_source=x&id=4#top")
    'herald.example/a?id=4'
    """
    try:
        parts = urlsplit(url)
        kept = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)]
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or kept):
        return None
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{query}"
