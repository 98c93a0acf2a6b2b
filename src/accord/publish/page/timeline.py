from accord.model.findings import Event
from accord.model.spans import Span
from accord.publish.dates import certainty_of, order_of, spell_date
from accord.publish.page.commitments import render_parties
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, item, section

LEAD = (
    "Every date that the reports name, in order. A filled mark is a day, a ring a month or year, a broken ring is "
    "approximate, an arrow is open at one end."
)
UNDATED = ""


def render_timeline(places: Places) -> Markup | None:
    """Return the section of dates: events and every place where a report names the day, by EDTF value."""
    account = places.lookup.account
    events: dict[str, list[Event]] = {}
    for event in account.events:
        events.setdefault(event.date or UNDATED, []).append(event)
    named: dict[str, list[Span]] = {}
    for time in account.times:
        if time.edtf:
            named.setdefault(time.edtf, []).append(time.span)
    days = sorted({*events, *named} - {UNDATED}, key=order_of) + ([UNDATED] if UNDATED in events else [])
    if not days:
        return None
    rows = [_render_day(places, day, events.get(day, []), named.get(day, []), n) for n, day in enumerate(days, start=1)]
    return section("when", "When", tag("ol", *rows, class_="timeline"), count=str(len(days)), lead=LEAD)


def _render_day(places: Places, day: str, events: list[Event], named: list[Span], number: int) -> Markup:
    reports = [span.report for event in events for span in event.evidence] + [span.report for span in named]
    heading = tag("p", *([tag("time", spell_date(day)), " ", tag("code", day)] if day else ["Undated"]), class_="day")
    happened = [_render_event(places, event) for event in events]
    mentions = tag("p", "named in ", _render_mentions(places, named), class_="mentions") if named else None
    certainty = certainty_of(day) if day else "none"
    return item(
        places,
        f"day-{number}",
        reports,
        heading,
        tag("div", *happened, mentions),
        element="li",
        class_=f"{certainty} {'dated' if events else 'named'}",
    )


def _render_event(places: Places, event: Event) -> Markup:
    who = [", ".join(places.lookup.names(group)) for group in (event.actors, event.recipients) if group]
    about = render_parties(places, event.type.lower(), " → ".join(who), event.place)
    status = tag("span", event.status, class_=f"status {event.status}")
    recalled = tag("span", "background", class_="status") if event.background else None
    fullest: dict[str, Span] = {}
    for span in sorted(event.evidence, key=lambda one: one.start - one.end):
        fullest.setdefault(span.report, span)
    rows = [
        tag("li", places.quote(span), " ", tag("span", places.link(span), class_="outlet"))
        for span in event.evidence
        if span == fullest[span.report]
    ]
    more = [span for span in event.evidence if span != fullest[span.report]]
    again = tag("p", "also in ", _render_mentions(places, more), class_="mentions") if more else None
    return tag("div", status, recalled, about, tag("ul", *rows, class_="evidence"), again, class_="event")


def _render_mentions(places: Places, spans: list[Span]) -> Markup:
    """Return each report once, with the words by which it names the day."""
    by_report: dict[str, list[Span]] = {}
    for span in spans:
        by_report.setdefault(span.report, []).append(span)
    entries = []
    for report, found in by_report.items():
        words: dict[str, list[Span]] = {}
        for span in found:
            words.setdefault(" ".join(span.text.split()), []).append(span)
        named = [_render_words(places, again) for again in words.values()]
        entries.append(join([verbatim(places.lookup.label(report)), " ", join(named, ", ")]))
    return join(entries, " · ")


def _render_words(places: Places, spans: list[Span]) -> Markup:
    """Return words that name a day, with a number for each further time that the report uses them."""
    more = [places.link(span, label=str(number)) for number, span in enumerate(spans[1:], start=2)]
    again = join([" (again ", join(more, ", "), ")"]) if more else None
    return join(["“", places.link(spans[0], label=spans[0].text), "”", again])
