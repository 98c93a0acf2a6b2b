# mypy: ignore-errors
"""The stories written for this project → items without any annotation, for what a wider reader makes of them."""

from pathlib import Path

from accord.language.tokens import split_tokens
from training.items import Item
from training.stories import MARK


def read_plain(paths: list[Path]) -> list[Item]:
    """The paragraphs and headlines of the stories, an item each."""
    items = []
    for path in paths:
        for line in MARK.sub(r"\2", path.read_text(encoding="utf-8")).splitlines():
            head, _, headline = line.rpartition("|") if line.startswith("## report:") else ("", "", line)
            text = headline.strip()
            if text and (head or not text.startswith("#")):
                tokens = split_tokens(text)
                words = [text[t.start : t.end] for t in tokens]
                glued = [t.start > 0 and not text[t.start - 1].isspace() for t in tokens]
                items.append(Item(words, glued, "stories", is_sentence=False, new_paragraph=True, text=text))
    return items
