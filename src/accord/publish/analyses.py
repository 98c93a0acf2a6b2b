import msgspec

from accord.model.accounts import Analysis

SECTIONS = (
    "passages",
    "times",
    "figures",
    "attributions",
    "actors",
    "events",
    "commitments",
    "relations",
    "problems",
)


def to_json_line(analysis: Analysis) -> bytes:
    """Return one report's findings as a line of JSON, `accord-analysis/1`, ending in a newline."""
    record = {"schema": "accord-analysis/1", "report": analysis.report}
    record |= {section: getattr(analysis, section) for section in SECTIONS}
    return msgspec.json.encode(record) + b"\n"
