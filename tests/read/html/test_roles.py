"""Roles of passages from the structure of a page: what stands around the story, inside it and behind it."""

import pytest

from accord.model.reports import Source
from accord.read.html import read_html

SAID = "The talks on the river ended on Friday, the hosts said, and nobody was surprised by it."
MORE = "The ministers left the town in the evening, without a word to those who had waited for them."


def roles(inside: str, after: str = "") -> dict[str, str]:
    markup = (
        "<html><body><header class=site-header><a href=/>The Herald</a></header><main><article>"
        "<h1>Talks end in Zurin</h1>"
        f"<div class=article-body><p>{SAID}</p>{inside}<p>{MORE}</p></div></article></main>{after}"
        "<footer>© The Herald</footer></body></html>"
    )
    page = read_html(Source(path="page.html", data=markup.encode()))
    return {passage.span.text: passage.role for passage in page.passages}


WATER = "Water is shared since the treaty of 1987, which both states have signed and kept."


@pytest.mark.parametrize(
    ("markup", "text", "role"),
    [
        (f"<blockquote><p>{WATER}</p></blockquote>", WATER, "body"),
        (f"<ul><li>{WATER}</li></ul>", WATER, "body"),
        (f"<table><tr><td>{WATER}</td></tr></table>", WATER, "body"),
        ("<h2>What comes next</h2>", "What comes next", "heading"),
        (f"<p>In this article, you read why. {WATER}</p>", f"In this article, you read why. {WATER}", "body"),
        (f"<p>Figure 3: {WATER}</p>", f"Figure 3: {WATER}", "caption"),
        (f"<p>© 2031 The Herald. {WATER}</p>", f"© 2031 The Herald. {WATER}", "boilerplate"),
        (f"<form><label>{WATER}</label></form>", WATER, "promo"),
        ("<figure><img src=a><figcaption>The dam in May.</figcaption></figure>", "The dam in May.", "caption"),
        ("<figure><img src=a><span class=credit>Photo: Ada Stone</span></figure>", "Photo: Ada Stone", "caption"),
        ("<aside><h3>Related</h3><a href=/b>Dam to be built</a></aside>", "Dam to be built", "related"),
        ("<div class=related-articles><a href=/b>Dam to be built</a></div>", "Dam to be built", "related"),
        (
            "<p><a href=/b>Read also: a dam is to be built above the town</a></p>",
            "Read also: a dam is to be built above the town",
            "related",
        ),
        ("<div class=newsletter-signup><p>Our letter, every morning.</p></div>", "Our letter, every morning.", "promo"),
        ("<p>Sign up for our newsletter</p>", "Sign up for our newsletter", "promo"),
        ("<div class=paywall><p>This story is for subscribers.</p></div>", "This story is for subscribers.", "promo"),
        ("<div class=social-share><button>Share</button></div>", "Share", "promo"),
        (
            "<div style='display:none'><p>Nobody sees this line, which is hidden.</p></div>",
            "Nobody sees this line, which is hidden.",
            "boilerplate",
        ),
        (f"<blockquote class=twitter-tweet><p>{WATER}</p></blockquote>", WATER, "body"),
    ],
)
def test_what_stands_in_a_story_has_its_role(markup: str, text: str, role: str) -> None:
    found = roles(markup)
    assert found[text] == role
    assert (found[SAID], found[MORE]) == ("body", "body")


@pytest.mark.parametrize(
    "correction",
    [
        "<p class=correction>Correction: an earlier version of this story gave a wrong day for the talks.</p>",
        "<p><em>This article was amended on 17 May 2031 to give the right day of the talks.</em></p>",
        "<div class=editors-note><p>Editor’s note: the day of the talks was wrong in an earlier version.</p></div>",
        "<p>Korrektur: In einer früheren Fassung stand ein falscher Tag der Gespräche, das haben wir berichtigt.</p>",
    ],
)
def test_a_correction_is_a_note(correction: str) -> None:
    found = roles(correction)
    assert list(found.values()).count("note") == 1
    assert (found[SAID], found[MORE]) == ("body", "body")


def test_comments_are_comments_however_long() -> None:
    comment = "I was there, and it was not like that at all; the hosts had left long before anybody spoke."
    after = (
        "<section id=comments><h2>2 comments</h2>"
        + f"<div class=comment-body><p>{comment}</p></div>" * 3
        + "</section>"
    )
    found = roles(f"<p>{WATER}</p>" * 6, after)
    assert found[comment] == "comments"
    assert found[MORE] == "body"


def test_entries_of_a_live_blog_are_all_body() -> None:
    entries = "".join(
        f"<div class='liveblog-entry' id=e{n}><time datetime='2031-05-16T0{n}:00:00Z'>0{n}:00</time>"
        f"<h3>The hour of {n}</h3><p>At {n} the delegations sat down again, and the hosts brought coffee to them.</p>"
        "</div>"
        for n in range(1, 8)
    )
    found = roles(f"<div class=liveblog>{entries}</div>")
    for n in range(1, 8):
        assert found[f"At {n} the delegations sat down again, and the hosts brought coffee to them."] == "body"
        assert found[f"The hour of {n}"] == "heading"
    assert not {role for text, role in found.items() if text[0] == "0"} & {"body", "summary", "headline"}


def test_a_story_in_several_boxes_is_one() -> None:
    inside = f"</div><div class=ad-slot>Advertisement</div><div class=article-body><p>{WATER}</p>"
    found = roles(inside)
    assert (found[SAID], found[WATER], found[MORE]) == ("body", "body", "body")
    assert found["Advertisement"] == "promo"


def test_an_appeal_at_length_is_an_appeal() -> None:
    appeal = (
        "Did you like what you have just read here? There is more of it: lots of stories from all over the valley come "
        "out of our office each week. Sign up for the newsletter, and they will be with you on every single Friday."
    )
    assert roles(f"<p>{appeal}</p>")[appeal] == "promo"


def test_a_lead_over_the_headline_belongs_to_the_story() -> None:
    lead = "The two states have met for a year, and on Friday, late at night, they came to terms on the river."
    story = f"<h1>Talks end in Zurin</h1><div>{f'<p>{SAID}</p><p>{MORE}</p>' * 3}</div>"
    markup = f"<html><body><div class=article-content><p>{lead}</p>{story}</div></body></html>"
    page = read_html(Source(path="page.html", data=markup.encode()))
    found = {passage.span.text: passage.role for passage in page.passages}
    assert found[lead] in ("body", "summary")
