"""What every source is read into: a run of words with whatever that source annotates, the rest masked."""

from dataclasses import dataclass, field

MASK = "?"  # a tag that trains nothing
OTHER = "-"  # a name or none, but no person, organization or place


@dataclass
class Item:
    """One sentence (treebanks) or one paragraph (texts without trees)."""

    words: list[str]
    glued: list[bool]  # no blank before the word
    source: str
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None  # -1 is the root
    labels: list[str] | None = None
    names: list[str] | None = None  # B-PERSON … O, OTHER or MASK
    attrs: list[str] | None = None
    is_sentence: bool = True
    new_paragraph: bool = False
    text: str = ""
    doc: str = ""
    vector: int = -1  # row of the teacher's vectors
    xpos: list[str] = field(default_factory=list)
