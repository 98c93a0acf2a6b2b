from base64 import b64encode

from accord.model.accounts import Account
from accord.publish.page.documents import to_html
from accord.publish.page.markup import tag

# Tall enough for the heading, the numbers and the first point on a laptop's screen.
HEIGHT = 720


def to_frame(account: Account, *, height: int = HEIGHT) -> str:
    """Return the page in a frame of its own, for a notebook: its style and script touch nothing around it.

    `height` is in CSS pixels. The page is a data: address, not srcdoc, in which links within the page would lead out.
    """
    page = b64encode(to_html(account).encode("utf-8", "replace")).decode()
    source, title = f"data:text/html;charset=utf-8;base64,{page}", f"Account: {account.story.title}"
    return tag("iframe", src=source, sandbox="allow-scripts", title=title, width="100%", height=height)
