"""W3C PROV-O (REC 2013-04-30) as JSON-LD: which report was quoted, through whom its words came, where they begin."""

from collections.abc import Iterator
from typing import Any

import msgspec

from accord.model.accounts import Account
from accord.model.points import Point, Reading
from accord.publish.lookups import Lookup
from accord.publish.uris import report_uri, uri

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "label": "rdfs:label",
    "value": "prov:value",
    "attributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "primarySource": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "member": {"@id": "prov:hadMember", "@type": "@id"},
    # EDTF has no datatype of its own in XML Schema: the Library of Congress names it
    "issued": {"@id": "dcterms:issued", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    "position": {"@id": "dcterms:bibliographicCitation"},
}
AGENTS = {"person": "prov:Person", "state": "prov:Organization", "organization": "prov:Organization"}
Node = dict[str, Any]


def to_provenance(account: Account) -> bytes:
    """Return the origins and chains of an account: entities for what is said, agents for who carried it."""
    lookup = Lookup(account)
    nodes: dict[str, Node] = {}
    for node in (*_reports(lookup), *_points(lookup), *_origins(lookup)):
        known = nodes.setdefault(node["@id"], node)
        for key, value in node.items():
            known.setdefault(key, value)
    document = {"@context": CONTEXT, "@graph": [_account(lookup), *nodes.values()]}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _account(lookup: Lookup) -> Node:
    account = lookup.account
    sources = [report_uri(report) for report in account.reports]
    label = account.story.title
    return {
        "@id": uri(account.story.id),
        "@type": ["prov:Entity", "prov:Bundle"],
        "label": label,
        "derivedFrom": sources,
    }


def _reports(lookup: Lookup) -> Iterator[Node]:
    for report in lookup.account.reports:
        outlet = _agent(lookup, lookup.label(report.id))
        yield outlet
        node = {"@id": report_uri(report), "@type": "prov:Entity", "attributedTo": outlet["@id"]}
        if report.headline:
            node["label"] = report.headline.text
        if report.published:
            node["issued"] = report.published
        yield node


def _points(lookup: Lookup) -> Iterator[Node]:
    for _, point in lookup.points.values():
        names = [uri(lookup.account.story.id, "points", point.id, n) for n, _ in enumerate(point.readings, start=1)]
        name = uri(lookup.account.story.id, "points", point.id)
        yield {"@id": name, "@type": "prov:Collection", "label": point.gist.text, "member": names}
        for reading, own in zip(point.readings, names, strict=True):
            yield from _reading(lookup, point, reading, own)


def _reading(lookup: Lookup, point: Point, reading: Reading, name: str) -> Iterator[Node]:
    """Yield a reading and, link by link, the statements that it goes back to."""
    span = reading.span
    chain = lookup.chain(reading)
    node = {
        "@id": name,
        "@type": "prov:Entity",
        "value": span.text,
        "quotedFrom": report_uri(lookup.reports[span.report]),
        "position": f"char={span.start},{span.end}",
    }
    # the statement of one agent on one point is one thing, whichever reports came to it
    statements = [uri(lookup.account.story.id, "points", point.id, "by", link) for link in chain]
    if statements:
        node |= {"derivedFrom": statements[0], "primarySource": statements[-1]}
    yield node
    for number, link in enumerate(chain):
        agent = _agent(lookup, link)
        yield agent
        statement = {"@id": statements[number], "@type": "prov:Entity", "attributedTo": agent["@id"]}
        if number + 1 < len(statements):
            statement["derivedFrom"] = statements[number + 1]
        yield statement


def _origins(lookup: Lookup) -> Iterator[Node]:
    """Yield an association of each report with whom it leans on as a whole."""
    for number, origin in enumerate(lookup.account.origins, start=1):
        agent = _agent(lookup, lookup.name(origin.origin))
        yield agent
        name = uri(lookup.account.story.id, "origins", number)
        yield {
            "@id": name,
            "@type": "prov:Attribution",
            "prov:agent": {"@id": agent["@id"]},
            "prov:hadRole": {"@id": uri("roles", origin.kind)},
        }
        report = report_uri(lookup.reports[origin.report])
        yield {"@id": f"{name}:use", "@type": "prov:Entity", "prov:specializationOf": {"@id": report}} | {
            "prov:qualifiedAttribution": {"@id": name}
        }


def _agent(lookup: Lookup, name: str) -> Node:
    kinds = [AGENTS.get(actor.type) for actor in lookup.account.actors if actor.name == name]
    types = ["prov:Agent", *(kind for kind in kinds[:1] if kind)]
    return {"@id": uri(lookup.account.story.id, "agents", name), "@type": types, "label": name}
