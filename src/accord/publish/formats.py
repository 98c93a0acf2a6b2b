"""Every format that an account can be written in: one table, read by the command line and the documentation."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from accord.model.accounts import Account
from accord.publish.markdown import to_markdown
from accord.publish.page.documents import to_html
from accord.publish.records import to_json


class Format(Struct, frozen=True):
    """A format: its name, media type and usual file ending, what it is for, and the function that writes it."""

    name: str
    media_type: str
    suffix: str
    description: str
    write: Callable[[Account], bytes]


def _encoded(write: Callable[[Account], str]) -> Callable[[Account], bytes]:
    return lambda account: write(account).encode("utf-8", "replace")


_ALL = (
    Format("json", "application/json", ".json", "the record itself, accord/1", to_json),
    Format("html", "text/html", ".html", "one self-contained page to read and to print", _encoded(to_html)),
    Format("markdown", "text/markdown", ".md", "text for an editor, a wiki or an issue", _encoded(to_markdown)),
)
FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}
