from accord.model.versions import Change, Edit, Version
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, item, section
from accord.publish.versions import TITLE, is_silent, name_version, spell_edit

LEAD = (
    "Texts that stood at one address before. Only the latest is a report of this account: versions are one outlet and "
    "one origin."
)


def render_versions(places: Places) -> Markup | None:
    """Return the section of versions: what changed from each to the next."""
    versions = places.lookup.account.versions
    if not versions:
        return None
    rows = [_render_version(places, version, number) for number, version in enumerate(versions, start=1)]
    return section("changed", TITLE, *rows, count=str(sum(len(version.changes) for version in versions)), lead=LEAD)


def _render_version(places: Places, version: Version, number: int) -> Markup:
    lines = [_render_change(places, version, change) for change in version.changes]
    told = [tag("li", tag("span", "note", class_="kind"), " ", verbatim(note.text)) for note in version.notes]
    silent = tag("p", "no new note tells of it", class_="missing") if is_silent(version) else None
    nothing = tag("p", "nothing of the story changed", class_="missing") if not version.changes else None
    heading = tag("h3", verbatim(name_version(places.lookup, version)))
    listed = tag("ul", *lines, *told, class_="changes") if lines or told else None
    return item(places, f"version-{number}", [version.report], heading, silent, nothing, listed)


def _render_change(places: Places, version: Version, change: Change) -> Markup:
    edits = [_render_edit(edit) for edit in change.edits]
    before = tag("del", verbatim(change.before.text)) if change.before and not edits else None
    after = None
    if change.after:  # only the latest version has its text on the page
        is_shown = change.after.report in places.lookup.reports
        after = places.quote(change.after) if is_shown else tag("q", verbatim(change.after.text))
    kind = tag("span", change.kind, class_="kind")
    return tag("li", kind, " ", join(edits, " "), " " if edits else None, before, " " if before else None, after)


def _render_edit(edit: Edit) -> Markup:
    before, after = spell_edit(edit)
    kind = f"{edit.kind}: " if edit.kind != "wording" else None
    words = [kind, tag("del", verbatim(before)) if edit.before else None, " → " if edit.before and edit.after else None]
    return tag("span", *words, tag("ins", verbatim(after)) if edit.after else None, class_=f"edit {edit.kind}")
