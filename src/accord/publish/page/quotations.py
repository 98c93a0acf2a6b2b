from accord.model.findings import Attribution
from accord.publish.dates import spell_date
from accord.publish.lookups import counted
from accord.publish.page.differences import changed_words, marked
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, item, section

LEAD = "Words and thoughts given to somebody. Variants of one quotation stand together, with what differs marked."
NOBODY = "Nobody named"


def render_quotations(places: Places) -> Markup | None:
    """Return the section of what was said, speaker by speaker."""
    speakers = _by_speaker(places)
    if not speakers:
        return None
    count = len(places.lookup.account.attributions)
    blocks = [_render_speaker(places, speaker, said) for speaker, said in speakers.items()]
    return section("said", "Said", *blocks, count=str(count), lead=LEAD)


def _by_speaker(places: Places) -> dict[str, list[Attribution]]:
    """Group by speaker: those most quoted first, whoever is not named last."""
    found: dict[str, list[Attribution]] = {}
    for attribution in places.lookup.account.attributions:
        if attribution.content:
            named = places.lookup.names(attribution.speaker)
            found.setdefault(", ".join(named) or NOBODY, []).append(attribution)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == NOBODY, -len(pair[1]))))


def _render_speaker(places: Places, speaker: str, said: list[Attribution]) -> Markup:
    ids = {identity for attribution in said for identity in attribution.speaker}
    offices = dict.fromkeys(
        f"{office.title}, {office.of}" if office.of else office.title
        for actor in places.lookup.account.actors
        if actor.id in ids
        for office in actor.offices
    )
    heading = tag("h3", verbatim(speaker), tag("small", verbatim("; ".join(offices))) if offices else None)
    rows = [_render_variants(places, group) for group in _variants(said)]
    return tag("div", heading, tag("ul", *rows, class_="said"), class_="speaker")


def _variants(said: list[Attribution]) -> list[list[Attribution]]:
    """Put attributions of one speaker together that have mostly the same words; own words come first."""
    groups: list[list[Attribution]] = []
    for attribution in sorted(said, key=lambda one: one.kind == "indirect"):
        for group in groups:
            if _are_variants(group[0], attribution):
                group.append(attribution)
                break
        else:
            groups.append([attribution])
    return groups


def _are_variants(one: Attribution, other: Attribution) -> bool:
    """Whether the words are the same, or one is a variant of the other's quotation."""
    if _words(one) == _words(other):
        return True
    quoted = one.kind == other.kind != "indirect"
    return quoted and changed_words(one.content[0].text, other.content[0].text) is not None


def _words(attribution: Attribution) -> str:
    return " … ".join(" ".join(span.text.split()).strip("\"“”'‘’,. ") for span in attribution.content)


def _render_variants(places: Places, group: list[Attribution]) -> Markup:
    reports = [attribution.content[0].report for attribution in group]
    name = f"said-{places.lookup.attribution_numbers[group[0].id]}"
    wordings: dict[str, list[Attribution]] = {}
    for attribution in group:
        wordings.setdefault(_words(attribution), []).append(attribution)
    rows = [_render_wording(places, alike, group[0]) for alike in wordings.values()]
    told = f"Quoted by {counted(len(set(reports)), 'report')}, in {counted(len(wordings), 'wording')}"
    note = tag("p", told, class_="count") if len(set(reports)) > 1 else None
    return item(places, name, reports, note, *rows, element="li", class_=group[0].kind)


def _render_wording(places: Places, alike: list[Attribution], first: Attribution) -> Markup:
    """Return words once, with a line for each report that has them so."""
    head, *rest = alike[0].content
    changed = changed_words(first.content[0].text, head.text) if alike[0] is not first else None
    words = marked(head.text, [(start, end, "wording") for start, end in changed or ()])
    spans = [places.quote(head, *words), *(places.quote(span) for span in rest)]
    lines = [tag("p", places.link(one.content[0]), _render_setting(places, one), class_="outlet") for one in alike]
    return tag("div", tag("p", join(spans, " … ")), *lines)


def _render_setting(places: Places, attribution: Attribution) -> Markup:
    """Say to whom, where, when and through whom; and in the report's words by whom, where nobody is named."""
    pieces: list[Markup] = []
    if attribution.source and not attribution.speaker:
        pieces.append(join(["“", verbatim(attribution.source.text), "”"]))
    if attribution.to:
        pieces.append(join(["to ", verbatim(", ".join(places.lookup.names(attribution.to)))]))
    if attribution.venue:
        pieces.append(verbatim(attribution.venue))
    if attribution.date:
        pieces.append(verbatim(spell_date(attribution.date)))
    pieces += [
        join([tag("span", "← ", aria_hidden="true"), tag("span", "through ", class_="unseen"), verbatim(name)])
        for name in attribution.via
    ]
    return tag("span", *(join([" · ", piece]) for piece in pieces), class_="setting")
