from typing import get_args

from accord.model.findings import Actor, ActorType
from accord.model.spans import Span
from accord.publish.page.markup import Markup, join, tag, verbatim
from accord.publish.page.places import Places, folded, item, section

TITLES = {"person": "People", "state": "States", "organization": "Organizations", "place": "Places"}
LEAD = "Everybody the reports name, with every name that they use and the first place where each report does."


def render_actors(places: Places) -> Markup | None:
    """Return the section of actors by type, those named most first."""
    actors = places.lookup.account.actors
    if not actors:
        return None
    groups = [_render_group(places, kind, [a for a in actors if a.type == kind]) for kind in get_args(ActorType)]
    return section("who", "Who", tag("div", *groups, class_="who"), count=str(len(actors)), lead=LEAD)


def _render_group(places: Places, kind: str, actors: list[Actor]) -> Markup | None:
    if not actors:
        return None
    ordered = sorted(actors, key=lambda actor: -len(actor.mentions))
    return tag(
        "div", tag("h3", TITLES[kind]), tag("ul", *(_render_actor(places, actor) for actor in ordered), class_="actors")
    )


def _render_actor(places: Places, actor: Actor) -> Markup:
    offices = [f"{office.title}, {office.of}" if office.of else office.title for office in actor.offices]
    others = [name for name in actor.names if name != actor.name]
    first: dict[str, Span] = {}
    for span in actor.mentions:
        first.setdefault(span.report, span)
    return item(
        places,
        f"actor-{places.lookup.actor_numbers[actor.id]}",
        list(first),
        tag(
            "p",
            tag("b", verbatim(actor.name)),
            tag("span", verbatim("; ".join(offices)), class_="office") if offices else None,
        ),
        tag("p", "also ", join([verbatim(name) for name in others], ", "), class_="names") if others else None,
        tag("div", folded([places.link(span) for span in first.values()]), class_="outlet"),
        element="li",
    )
