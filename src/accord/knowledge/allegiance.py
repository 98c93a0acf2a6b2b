"""For whom an actor acts: a state for itself, a minister for the state of the post, a body for that of its name."""

from collections.abc import Iterable, Mapping

from accord.knowledge.states import state_of_adjective
from accord.model.findings import Actor


def home_states(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Give the id of the state that each actor acts for, by the actor's id; those of no known state are left out."""
    everyone = list(actors)
    states = {name: actor.id for actor in everyone if actor.type == "state" for name in (actor.name, *actor.names)}
    bodies = {name: actor for actor in everyone if actor.type == "organization" for name in (actor.name, *actor.names)}
    homes: dict[str, str] = {}
    for actor in everyone:
        found = _home(actor, states, bodies)
        if found and actor.id not in homes:
            homes[actor.id] = found
    return homes


def _home(actor: Actor, states: Mapping[str, str], bodies: Mapping[str, Actor]) -> str | None:
    if actor.type == "state":
        return actor.id
    if actor.type == "organization":
        return _state_in(actor.name, states)
    of = [office.of for office in actor.offices if office.of]
    direct = next((states[each] for each in of if each in states), None)
    if direct or actor.type != "person":
        return direct
    held = (_state_in(bodies[each].name if each in bodies else each, states) for each in of)
    return next((each for each in held if each), None)


def _state_in(name: str, states: Mapping[str, str]) -> str | None:
    """State named in a body's name: "Communist Party of Vietnam", "Kenyan Ministry of Health"."""
    for word in name.replace("’s", "").replace("'s", "").split():
        state = state_of_adjective(word)
        found = states.get(state.name if state else word)
        if found:
            return found
    return next((state for form, state in states.items() if " " in form and form in name), None)
