from msgspec import Struct


class Mark(Struct, frozen=True):
    """A name by sentence and tokens, end-exclusive, with its label."""

    sentence: int
    first: int
    last: int
    label: str
