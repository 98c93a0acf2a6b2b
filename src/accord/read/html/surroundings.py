"""What of a page tells its authors from other names: its parts, its outlet, its headline, its running text."""

from collections.abc import Collection
from functools import cached_property

from accord.model.reports import Role
from accord.read.html.headings import fold
from accord.read.html.story import Story

_ASIDE: dict[Role, str] = {
    "promo": "related",
    "related": "related",
    "comments": "comments",
    "navigation": "navigation",
    "caption": "caption",
}
ABOVE, BELOW = 3, 8
"""Blocks before the headline and behind it that are the top of the story."""
LAST = 3
"""Blocks before the story's end that are its end."""
MOST_PROSE = 60_000
"""Characters of the story in which names are looked for."""


class Page:
    """What is known of a page that tells its authors from other names."""

    def __init__(self, story: Story, roles: list[Role], outlets: Collection[str], host: str, headline: str) -> None:
        self.story = story
        self.roles = roles
        self.outlets = outlets
        self.host = fold(host.removeprefix("www."))
        self.site = fold(host.removeprefix("www.").split(".")[0])
        self.headline = fold(headline)
        self.at = roles.index("headline") if "headline" in roles else story.first

    @cached_property
    def prose(self) -> str:
        """The running text of the story."""
        blocks = self.story.tree.blocks
        texts = (blocks[i].text for i in range(self.story.first, self.story.last) if self.story.prose[i] > 60)
        return " ".join(texts)[:MOST_PROSE]

    def zone(self, block: int) -> str:
        """Return where a block stands: head, site (-2), top, before, inside, end, or what it serves aside."""
        if block < 0:
            return "head" if block == -1 else "site"
        if aside := _ASIDE.get(self.roles[block]):
            return aside
        if self.at - ABOVE <= block <= self.at + BELOW:
            return "top"
        if block < self.at:
            return "before"
        return "end" if block >= self.story.last - LAST else "inside"
