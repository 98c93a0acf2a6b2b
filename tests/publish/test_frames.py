import re
from base64 import b64decode

from accord.publish.page.documents import to_html
from accord.publish.page.frames import to_frame
from tests.publish.accounts import hostile


def test_holds_the_page_and_nothing_else() -> None:
    frame = to_frame(hostile(), height=300)
    match = re.fullmatch(
        r'<iframe src="data:text/html;charset=utf-8;base64,([^"]*)" sandbox="allow-scripts" [^<>]*></iframe>', frame
    )
    assert match
    assert b64decode(match[1]).decode() == to_html(hostile())
