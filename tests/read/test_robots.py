import pytest

from accord.read.robots import read_robots

TEXT = """# a comment
User-agent: Googlebot
User-Agent: accord
Disallow: /private/   # nobody
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?*q=
Crawl-delay: 2.5

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("target", "may"),
    [
        ("/", True),
        ("/private/a", False),
        ("/private/open/a", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf?x=1", True),
        ("/search?lang=en&q=talks", False),
        ("/search?lang=en", True),
        ("/%70rivate/a", False),
        ("/robots.txt", True),
    ],
)
def test_the_longest_rule_that_matches_decides(target: str, may: bool) -> None:
    assert read_robots(TEXT, "accord").may_fetch(target) is may


def test_a_group_for_all_is_for_those_that_no_group_names() -> None:
    assert not read_robots(TEXT, "other").may_fetch("/a")
    assert read_robots(TEXT, "accord").delay == 2.5


@pytest.mark.parametrize("text", ["", "\ufeff", "Disallow: /", "User-agent: *\nDisallow:", "<html>no robots</html>"])
def test_what_asks_for_nothing_lets_all_through(text: str) -> None:
    assert read_robots(text, "accord").may_fetch("/a")


def test_groups_of_one_name_are_one() -> None:
    rules = read_robots(
        "User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: *\nDisallow: /b", "accord"
    )
    assert [rules.may_fetch(path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_a_pattern_of_wildcards_alone_costs_no_time() -> None:
    rules = read_robots("User-agent: *\nDisallow: /" + "*a" * 5000 + "$", "accord")
    assert rules.may_fetch("/" + "a" * 4000)
    assert not rules.may_fetch("/" + "a" * 6000)


def test_no_host_can_make_one_wait_for_ever() -> None:
    assert read_robots("User-agent: *\nCrawl-delay: 86400", "accord").delay == 60
