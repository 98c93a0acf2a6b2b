"""Agency formats → inputs: IPTC ninjs 3, NewsML-G2 and NITF. Each becomes a small page that the HTML reader reads."""

import html
from collections.abc import Iterator

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.html.days import read_stamp
from accord.read.markup import Element, find_all, find_text, local_name, parse_xml

Entry = dict[str, object]

_CONTENT = {
    "hl1": "h1",
    "hl2": "h2",
    "p": "p",
    "blockquote": "blockquote",
    "li": "li",
    "td": "td",
    "caption": "figcaption",
}


def read_exchange(data: bytes, name: str) -> Iterator[Source | Problem]:
    """Yield the reports of a file of NewsML-G2 or NITF, and a Problem for each item without a text.

    InputError where the file is neither.
    """
    root, _ = parse_xml(data)
    if local_name(root) == "nitf":
        yield _read_nitf(root, name, None)
        return
    items = find_all(root, "newsitem")
    if not items:
        raise InputError(f"is XML, but neither NewsML-G2 nor NITF with an item: <{local_name(root)}>")
    for number, item in enumerate(items, 1):
        path = name if len(items) == 1 else f"{name}#{number}"
        yield _read_newsml(item, path) or Problem("read", "is a NewsML-G2 item without text", path=path)


def make_page(headline: str | None, byline: str | None, body: str) -> bytes:
    """Return a page of a headline, a byline and the HTML of an article."""
    head = f"<h1>{html.escape(headline)}</h1>" if headline else ""
    by = f'<p class="byline">{html.escape(byline)}</p>' if byline else ""
    return f'<html><body><article>{head}{by}<div class="article-body">{body}</div></article></body></html>'.encode(
        "utf-8", "replace"
    )


def to_paragraphs(text: str) -> str:
    r"""Return plain text as HTML, a paragraph a line.

    >>> to_paragraphs("Talks end\n\nNobody & nothing moved.")
    '<p>Talks end</p><p>Nobody &amp; nothing moved.</p>'
    """
    return "".join(f"<p>{html.escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def is_ninjs(entry: Entry) -> bool:
    """Tell a ninjs item with a text by its keys."""
    return "uri" in entry and any(key in entry for key in ("bodies", "body_text", "body_html", "body_xhtml"))


def read_ninjs(item: Entry, name: str) -> Source:
    """Return the report of a ninjs item, the longest HTML body before plain text."""
    bodies = [one for one in _listed(item.get("bodies")) if isinstance(one.get("value"), str)]
    bodies += [
        {"contentType": kind, "value": item[key]}
        for key, kind in (("body_html", "text/html"), ("body_xhtml", "text/html"), ("body_text", "text/plain"))
        if isinstance(item.get(key), str)
    ]
    best = max(bodies, key=lambda one: ("html" in str(one.get("contentType", "")), len(str(one["value"]))), default={})
    value = str(best.get("value", ""))
    markup = value if "html" in str(best.get("contentType", "")) else to_paragraphs(value)
    heads = _listed(item.get("headlines"))
    headline = item.get("headline") or next((one.get("value") for one in heads if one.get("value")), None)
    providers = [*_listed(item.get("infoSources")), *_listed(item.get("provider"))]
    outlet = next((str(one["name"]) for one in providers if one.get("name")), None)
    day = (
        item.get("firstCreated") or item.get("firstcreated") or item.get("versionCreated") or item.get("versioncreated")
    )
    byline = item.get("by") or item.get("byline")
    return Source(
        path=name,
        data=make_page(_string(headline), _string(byline), markup),
        id=_string(item.get("uri")),
        url=_string(item.get("contentUrl")) or _address(item.get("uri")),
        outlet=outlet,
        published=read_stamp(str(day)) if day else None,
        language=_string(item.get("language")),
    )


def _listed(value: object) -> list[dict[str, object]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _read_nitf(root: Element, name: str, wrapper: Source | None) -> Source:
    """A NITF document, or one inside NewsML-G2, whose own metadata then go first."""
    headlines = find_all(root, "hl1") or find_all(root, "headline") or find_all(root, "title")
    bylines = find_all(root, "byline")
    contents = find_all(root, "body.content")
    body = "".join(to_markup(child) for child in (contents[0] if contents else root))
    distributors = find_all(root, "distributor") or find_all(root, "doc.copyright")
    dates = [one.get("norm", "") for one in find_all(root, "date.issue") + find_all(root, "story.date")]
    outlet = _all_text(distributors[0]) or distributors[0].get("holder") if distributors else None
    data = make_page(_all_text(headlines[0]) if headlines else None, _all_text(bylines[0]) if bylines else None, body)
    if wrapper is not None:
        return Source(
            name, data, None, wrapper.id, wrapper.url, wrapper.outlet or outlet, wrapper.published, wrapper.language
        )
    published = next((day for value in dates if value and (day := read_stamp(value))), None)
    return Source(path=name, data=data, outlet=outlet or None, published=published, language=root.get("lang"))


def to_markup(element: Element) -> str:
    """Return the HTML of a NITF or XHTML element; what is not known is its text."""
    kind = _CONTENT.get(local_name(element))
    inside = html.escape(element.text or "") + "".join(
        to_markup(child) + html.escape(child.tail or "") for child in element
    )
    return f"<{kind}>{inside}</{kind}>" if kind else inside


def _all_text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _name_provider(provider: Element) -> str | None:
    """A provider's name, else its code without the scheme: `nprov:NNA` → `NNA`."""
    return (
        find_text(provider, "name") or provider.get("literal") or provider.get("qcode", "").rpartition(":")[2] or None
    )


def _read_newsml(item: Element, name: str) -> Source | None:
    meta = next(iter(find_all(item, "itemmeta")), item)
    content = next(iter(find_all(item, "contentmeta")), item)
    providers = find_all(meta, "provider")
    outlet = _name_provider(providers[0]) if providers else None
    day = find_text(content, "contentcreated") or find_text(meta, "firstcreated", "versioncreated")
    languages = find_all(content, "language")
    headline = find_text(content, "headline")
    known = Source(
        path=name,
        id=item.get("guid"),
        url=_address(item.get("guid")),
        outlet=outlet,
        published=read_stamp(day) if day else None,
        language=languages[0].get("tag") if languages else None,
    )
    if nitf := find_all(item, "nitf"):
        return _read_nitf(nitf[0], name, known)
    bodies = find_all(item, "body") or find_all(item, "inlinexml")
    plain = find_all(item, "inlinedata")
    if bodies:
        markup = "".join(to_markup(child) for child in bodies[0])
    elif plain:
        markup = to_paragraphs("".join(plain[0].itertext()))
    else:
        return None
    by = find_text(content, "by")
    return Source(
        name, make_page(headline, by, markup), None, known.id, known.url, outlet, known.published, known.language
    )
