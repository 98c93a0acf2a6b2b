"""Names for an account's things that hold outside it."""

from urllib.parse import quote, urlsplit

from accord.model.reports import Report


def uri(*parts: str | int) -> str:
    """Return a name of a thing in an account: story, section, id.

    >>> uri("arusha-2024", "points", "p 1")
    'urn:accord:arusha-2024:points:p%201'
    """
    return ":".join(["urn", "accord", *(quote(str(part), safe="-._~") for part in parts)])


def report_uri(report: Report) -> str:
    """Return the address of a report where it has one on the web, else a name made of its text's hash."""
    return report.url if report.url and is_web(report.url) else f"urn:sha256:{report.sha256}"


def is_web(address: str) -> bool:
    """Whether an address is one that a browser fetches as a page.

    >>> is_web("https://example.org/a"), is_web("javascript:alert(1)"), is_web("http://[broken")
    (True, False, False)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() for c in address)
