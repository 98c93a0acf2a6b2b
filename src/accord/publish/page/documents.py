import hashlib
from base64 import b64encode
from collections.abc import Callable
from importlib.resources import files

from accord.model.accounts import Account
from accord.publish.dates import spell_date
from accord.publish.lookups import PARTS, Lookup, counted
from accord.publish.page.absences import render_omissions, render_problems
from accord.publish.page.actors import render_actors
from accord.publish.page.commitments import render_commitments, render_relations
from accord.publish.page.figures import render_figures
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.matrix import render_matrix
from accord.publish.page.origins import render_origins
from accord.publish.page.places import Places
from accord.publish.page.points import render_points
from accord.publish.page.quotations import render_quotations
from accord.publish.page.texts import render_texts
from accord.publish.page.timeline import render_timeline
from accord.publish.page.versions import render_versions

# A browser lays out this many points and quotations in the blink of an eye.
FEW = 100
SECTIONS: dict[str, tuple[str, Callable[[Places], Markup | None]]] = {
    "corroborated": (PARTS["corroborated"], lambda places: render_points(places, "corroborated")),
    "disputed": (PARTS["disputed"], lambda places: render_points(places, "disputed")),
    "one-origin": (PARTS["one-origin"], lambda places: render_points(places, "one-origin")),
    "single": (PARTS["single"], lambda places: render_points(places, "single")),
    "said": ("Said", render_quotations),
    "pledged": ("Pledged", render_commitments),
    "standing": ("How they stand", render_relations),
    "when": ("When", render_timeline),
    "figures": ("Figures", render_figures),
    "who": ("Who", render_actors),
    "rests": ("Rests on", render_origins),
    "matrix": ("Matrix", render_matrix),
    "changed": ("Changed", render_versions),
    "omitted": ("Left out", render_omissions),
    "problems": ("Problems", render_problems),
}


def to_html(account: Account) -> str:
    """Return the account as one self-contained page: no network, no script needed to read it."""
    places = Places(Lookup(account))
    rendered = {name: render(places) for name, (_, render) in SECTIONS.items()}
    shown = {name: content for name, content in rendered.items() if content is not None}
    main = tag("main", _masthead(places), *shown.values(), id="account")
    # the reports come last: only now is it known which places in them are led to
    size = "large" if len(account.points) + len(account.attributions) > FEW else None
    body = [_skip(), _bar(places, [*shown]), tag("div", main, render_texts(places), class_="desk"), _back()]
    return f"<!doctype html>\n{tag('html', _head(account), tag('body', *body, _script(), class_=size), lang='en')}\n"


def _asset(name: str) -> str:
    return files("accord.publish.page").joinpath(name).read_text(encoding="utf-8")


def _head(account: Account) -> Markup:
    style = _asset("page.css")
    # only this style and this script may run, whatever a report's text contains
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(_asset('page.js'))}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content=f"Accord ({account.format})"),
        tag("title", account.story.title),
        tag("style", Markup(style)),
    )


def _digest(content: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _script() -> Markup:
    return tag("script", Markup(_asset("page.js")))


def _skip() -> Markup:
    return tag("a", "Skip to the reports", href="#reports", class_="skip")


def _back() -> Markup:
    return tag("a", "Back", id="back", href="#account", hidden=True)


def _bar(places: Places, names: list[str]) -> Markup:
    """Return the bar that stays on top: the sections, and the filters, which need the script and show up with it."""
    links = [tag("a", SECTIONS[name][0], href=f"#{name}") for name in names] + [tag("a", "Reports", href="#reports")]
    labels = places.lookup.labels.values()
    options = [tag("option", label, value=number) for number, label in enumerate(labels, start=1)]
    search = tag(
        "input", type="search", id="search", placeholder="Find words", autocomplete="off", aria_label="Find words"
    )
    chosen = tag("select", tag("option", "All reports", value=""), *options, id="told-by", aria_label="Told by")
    form = tag("form", search, chosen, tag("output", id="shown"), class_="filters", role="search", hidden=True)
    return tag("div", tag("nav", *links, aria_label="Sections"), form, class_="bar")


def _masthead(places: Places) -> Markup:
    """Return the top: what this is about, and the numbers that matter."""
    account = places.lookup.account
    days = "/".join(dict.fromkeys(day for day in (account.story.from_, account.story.to) if day))
    outlets = join([verbatim(label) for label in places.lookup.labels.values()], ", ")
    reports = counted(len(account.reports), "report")
    dated = join([tag("time", spell_date(days)), " · "]) if days else None
    return tag(
        "header",
        tag("p", "Account of ", reports, class_="kicker"),
        tag("h1", verbatim(account.story.title)),
        tag("p", dated, outlets, class_="about"),
        tag("dl", *_numbers(places.lookup), class_="numbers"),
        class_="masthead",
    )


def _numbers(lookup: Lookup) -> list[Markup]:
    points = lookup.account.points
    several = sum(point.independent_origins > 1 for point in points)
    rows = [
        (len(points), "point" if len(points) == 1 else "points", None),
        (several, "rest on more than one independent origin", None),
        *((len(lookup.part(part)), title.lower(), part) for part, title in PARTS.items()),
    ]
    return [
        tag(
            "div",
            tag("dt", tag("a", name, href=f"#{link}") if link and number else name),
            tag("dd", str(number)),
            class_=link,
        )
        for number, name, link in rows
    ]
