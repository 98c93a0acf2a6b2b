"""Every format that an account can be written in: one table, read by the command line and the documentation."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from accord.model.accounts import Account
from accord.model.spans import Span
from accord.publish import annotations, brat, sheets
from accord.publish.annotations import to_annotations
from accord.publish.brat import to_brat
from accord.publish.claims import to_claims
from accord.publish.followthemoney import to_followthemoney
from accord.publish.markdown import to_markdown
from accord.publish.ninjs import to_ninjs
from accord.publish.page.documents import to_html
from accord.publish.plain import to_text
from accord.publish.plover import to_plover, to_plover_parquet
from accord.publish.provenance import to_provenance
from accord.publish.records import to_json
from accord.publish.sheets import to_csv_package, to_parquet_package

LD, ZIP, PARQUET = "application/ld+json", "application/zip", "application/vnd.apache.parquet"


class Format(Struct, frozen=True):
    """A format: its name, media type and usual file ending, what it is for, and the function that writes it.

    `read_spans` gives back the spans of what was written, where the format carries them with their reports' ids.
    """

    name: str
    media_type: str
    suffix: str
    description: str
    write: Callable[[Account], bytes]
    read_spans: Callable[[bytes], tuple[Span, ...]] | None = None


def _encoded(write: Callable[[Account], str]) -> Callable[[Account], bytes]:
    return lambda account: write(account).encode("utf-8", "replace")


_ALL = (
    Format("json", "application/json", ".json", "the record itself, accord/1", to_json),
    Format("html", "text/html", ".html", "one self-contained page to read and to print", _encoded(to_html)),
    Format("markdown", "text/markdown", ".md", "for a wiki, an issue, an editor", _encoded(to_markdown)),
    Format("text", "text/plain", ".txt", "plain text for mail, 72 columns", _encoded(to_text)),
    Format("csv", ZIP, ".csv.zip", "tables and their data dictionary, zipped", to_csv_package, sheets.read_spans),
    Format("parquet", ZIP, ".parquet.zip", "the same as Parquet (needs accord[tables])", to_parquet_package),
    Format("plover", "text/csv", ".plover.csv", "events as PLOVER dyads, CSV", to_plover),
    Format("plover-parquet", PARQUET, ".plover.parquet", "the same (needs accord[tables])", to_plover_parquet),
    Format("annotations", LD, ".anno.jsonld", "W3C Web Annotation", to_annotations, annotations.read_spans),
    Format("prov", LD, ".prov.jsonld", "W3C PROV-O: origins and chains", to_provenance),
    Format("schema-org", LD, ".schema.jsonld", "schema.org claims and quotations", to_claims),
    Format("ftm", "application/json+ftm", ".ftm.json", "FollowTheMoney entities, JSON lines", to_followthemoney),
    Format("ninjs", "application/json", ".ninjs.json", "IPTC ninjs 3.0 news item", to_ninjs),
    Format("brat", ZIP, ".brat.zip", "brat standoff, for annotators", to_brat, brat.read_spans),
)
FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}
