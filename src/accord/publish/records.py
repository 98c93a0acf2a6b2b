import msgspec

from accord.model.accounts import Account


def to_json(account: Account) -> bytes:
    """Return the record itself, `accord/1`, as indented JSON in UTF-8, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(account), indent=2) + b"\n"
