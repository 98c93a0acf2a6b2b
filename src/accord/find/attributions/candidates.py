"""What may be an attribution: its parts by token, before spans, speakers and chains are worked out."""

from msgspec import Struct

from accord.find.attributions.trees import Tokens


class Candidate(Struct, frozen=True):
    """A cue with its source and content in one sentence; `how` is what showed it: verb, noun, frame, colon, tags.

    `head` is the token that the cue is built on, `source_head` that of the source, -1 where there is none. `to` and
    `near` are the tokens of who is spoken to and of adverbials beside the cue, `through` the phrase that the words came
    through where another cue names it ("X said …, according to Y").
    """

    sentence: int
    head: int
    cue: Tokens
    content: tuple[Tokens, ...]
    how: str
    source: Tokens | None = None
    source_head: int = -1
    to: int = -1
    near: tuple[int, ...] = ()
    strength: float = 1.0
    through: Tokens | None = None
