import json
from collections import Counter
from typing import Any

import msgspec
import pytest

from accord.publish.followthemoney import to_followthemoney
from tests.publish.accounts import summit


@pytest.fixture(scope="module")
def entities() -> list[dict[str, Any]]:
    account = summit()
    listed = tuple(msgspec.structs.replace(each, wikidata=f"Q{n}") for n, each in enumerate(account.actors, start=1))
    account = msgspec.structs.replace(account, actors=listed)
    return [json.loads(line) for line in to_followthemoney(account).splitlines()]


def test_every_section_becomes_entities(entities: list[dict[str, Any]]) -> None:
    counts = Counter(entity["schema"] for entity in entities)
    assert counts["Article"] == 5
    assert counts["Person"] == 6
    assert counts["PublicBody"] == 2
    assert counts["Event"] == 6
    assert counts["UnknownLink"] == 4
    assert counts["Mention"] > 10


def test_references_lead_to_entities(entities: list[dict[str, Any]]) -> None:
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for key in ("document", "resolved", "involved", "proof", "subject", "object"):
            assert set(entity["properties"].get(key, ())) <= ids


def test_states_have_their_country(entities: list[dict[str, Any]]) -> None:
    states = [entity["properties"] for entity in entities if entity["schema"] == "PublicBody"]
    assert {(state["name"][0], state["country"][0]) for state in states} == {("Kenya", "ke"), ("Tanzania", "tz")}


def test_actors_keep_their_wikidata_item(entities: list[dict[str, Any]]) -> None:
    items = [entity["properties"]["wikidataId"] for entity in entities if "wikidataId" in entity["properties"]]
    assert items == [[f"Q{n}"] for n in range(1, len(summit().actors) + 1)]


def test_the_library_takes_every_value(entities: list[dict[str, Any]]) -> None:
    library = pytest.importorskip("followthemoney", reason="no followthemoney: pip install followthemoney")
    for entity in entities:
        schema = library.model.get(entity["schema"])
        schema.validate(entity)
        proxy = library.model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), f"{entity['schema']}.{name} {values}"
            ranged = schema.properties[name].range
            for value in values if ranged else ():
                other = next(each for each in entities if each["id"] == value)
                assert library.model.get(other["schema"]).is_a(ranged), f"{entity['schema']}.{name}"
