"""PROV-O and schema.org, read by an RDF library where there is one."""

import json
from typing import Any

import msgspec
import pytest

from accord.publish.claims import to_claims
from accord.publish.provenance import to_provenance
from tests.publish.accounts import summit

PROV = "http://www.w3.org/ns/prov#"
# Properties of PROV-O that are used, with what must stand on either side (W3C REC, 2013-04-30).
ENDS = {
    "wasAttributedTo": ("Entity", "Agent"),
    "wasDerivedFrom": ("Entity", "Entity"),
    "wasQuotedFrom": ("Entity", "Entity"),
    "hadPrimarySource": ("Entity", "Entity"),
    "hadMember": ("Collection", "Entity"),
    "qualifiedAttribution": ("Entity", "Attribution"),
    "specializationOf": ("Entity", "Entity"),
    "agent": ("Attribution", "Agent"),
}


@pytest.fixture(scope="module")
def graph() -> Any:
    rdflib = pytest.importorskip("rdflib", reason="no rdflib: pip install rdflib")
    return rdflib.Graph().parse(data=to_provenance(summit()), format="json-ld")


def test_domains_and_ranges_hold(graph: Any) -> None:
    types: dict[str, set[str]] = {}
    for thing, property_, kind in graph:
        if str(property_).endswith("#type"):
            types.setdefault(str(thing), set()).add(str(kind).removeprefix(PROV))
    checked = 0
    for one, property_, other in graph:
        ends = ENDS.get(str(property_).removeprefix(PROV))
        if ends:
            assert ends[0] in types[str(one)]
            assert ends[1] in types[str(other)]
            checked += 1
    assert checked > 100


def test_chain_leads_from_outlet_through_agency_to_official(graph: Any) -> None:
    query = """
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?outlet ?agency ?official WHERE {
          ?reading prov:value "We share a lake, a border and one future" ;
                   prov:wasQuotedFrom/prov:wasAttributedTo/rdfs:label ?outlet ; prov:wasDerivedFrom ?carried .
          ?carried prov:wasAttributedTo/rdfs:label ?agency ;
                   prov:wasDerivedFrom/prov:wasAttributedTo/rdfs:label ?official }"""
    found = [tuple(map(str, row)) for row in graph.query(query)]
    assert found == [("Coast Dispatch", "Rift News Agency", "Grace Otieno")]


def test_claims_appear_in_articles_and_are_not_rated() -> None:
    nodes = json.loads(to_claims(summit()))["@graph"]
    named = {node["@id"]: node["@type"] for node in nodes}
    claims = [node for node in nodes if node["@type"] == "Claim"]
    assert len(claims) == len(summit().points)
    for claim in claims:
        assert all(named[part["isPartOf"]["@id"]] == "NewsArticle" for part in claim["appearance"])
    assert "Rating" not in json.dumps(nodes)


def test_quotations_lead_to_their_speakers() -> None:
    nodes = json.loads(to_claims(summit()))["@graph"]
    names = {node["@id"]: node.get("name") for node in nodes}
    quoted = {
        node["text"]: [names[speaker["@id"]] for speaker in node["creator"]]
        for node in nodes
        if node["@type"] == "Quotation"
    }
    assert quoted['"It was not on the table, and it was not under the table,"'] == ["Amina Salehe"]
    assert len(quoted) < len(summit().attributions)


def test_actors_are_the_same_as_their_wikidata_items() -> None:
    account = summit()
    listed = (msgspec.structs.replace(account.actors[0], wikidata="Q42"), *account.actors[1:])
    nodes = json.loads(to_claims(msgspec.structs.replace(account, actors=listed)))["@graph"]
    assert [node["name"] for node in nodes if node.get("sameAs") == "http://www.wikidata.org/entity/Q42"] == [
        account.actors[0].name
    ]
