from accord.model.points import Omission
from accord.model.problems import Problem
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, item, section

OMISSIONS_LEAD = "What a report says was left out, and what most reports tell that one does not."
PROBLEMS_LEAD = "What went wrong with an input. Nothing is dropped in silence."


def render_omissions(places: Places) -> Markup | None:
    """Return the section of omissions, those that a report tells of first."""
    omissions = sorted(places.lookup.account.omissions, key=lambda omission: omission.kind == "observed")
    rows = [_render_omission(places, omission, number) for number, omission in enumerate(omissions, start=1)]
    if not rows:
        return None
    return section(
        "omitted", "Left out", tag("ul", *rows, class_="omissions"), count=str(len(rows)), lead=OMISSIONS_LEAD
    )


def render_problems(places: Places) -> Markup | None:
    """Return the section of problems."""
    problems = places.lookup.account.problems
    if not problems:
        return None
    rows = [_render_problem(places, problem) for problem in problems]
    return section(
        "problems", "Problems", tag("ul", *rows, class_="problems"), count=str(len(rows)), lead=PROBLEMS_LEAD
    )


def _render_omission(places: Places, omission: Omission, number: int) -> Markup:
    name = f"omission-{number}"
    label = tag("span", f"o{number}", class_="number")
    pieces: list[Markup | None] = []
    reports = list(omission.missing_from)
    if omission.evidence:
        places.note(omission.evidence, name, f"o{number}", "omission")
        reports.append(omission.evidence.report)
        pieces += [tag("p", places.link(omission.evidence), class_="outlet"), places.quote(omission.evidence)]
    if omission.point in places.lookup.points:
        at, point = places.lookup.points[omission.point or ""]
        link = tag("a", f"Point {at}", href=f"#point-{at}")
        pieces.append(tag("p", link, ": ", tag("q", verbatim(places.lookup.title(point).text)), class_="missed"))
    if omission.missing_from:
        missing = join([verbatim(places.lookup.label(report)) for report in omission.missing_from], ", ")
        pieces.append(tag("p", "not in ", missing, class_="missing"))
    kind = tag("span", omission.kind, class_="kind")
    return item(places, name, reports, label, tag("div", *pieces), kind, element="li", class_=omission.kind)


def _render_problem(places: Places, problem: Problem) -> Markup:
    report = problem.report
    where = (
        tag("a", verbatim(places.lookup.label(report)), href=f"#r{places.lookup.numbers[report]}")
        if report in places.lookup.numbers
        else verbatim(report or problem.path or "input")
    )
    return tag("li", tag("b", where), " ", tag("span", problem.stage, class_="kind"), " ", verbatim(problem.reason))
