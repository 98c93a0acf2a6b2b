"""Posts that people hold, as a report's words give them: before the name, in apposition, after "who heads" or "is"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from accord.find.actors.holders import Ground, Held, body_at, read_holder
from accord.find.actors.lines import ARTICLES, POSSESSIVE, Line, make_line
from accord.find.actors.mentions import Mention
from accord.find.actors.tags import tag_end
from accord.find.actors.titles import spot_titles
from accord.find.actors.trades import spot_trades
from accord.knowledge.offices import LONGEST, honorifics
from accord.knowledge.tables import read_rows
from accord.model.sentences import Sentence

_WINDOW = 16
"""Words behind a name within which its apposition is read."""

_OPENERS = frozenset((",", "(", "—", "–", "-"))
_STOPS = frozenset((",", ")", ".", ";", "—", "–", ":", "who", "which", "said", "told", "whose", "while", "as"))
_SIDES = frozenset(("left", "right", "center", "centre", "l", "r", "c", "front", "back", "pictured"))
_LISTING = frozenset((",", "—", "–", "-", "--", ":"))
_LISTED = ((",",), ("and",), (",", "and"), ("of",), ("of", "the"))
_LINKING = frozenset(("VERB", "AUX", "ADP", "SCONJ", "PRON"))


class Post(Struct, frozen=True):
    """A title as written and the mention of what it is a post of, where the words name one.

    `home` is the state's name where only the rest of the report shows whose post it is.
    """

    person: Mention
    title: str
    of: Mention | None = None
    home: str | None = None


def find_posts(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Post]:
    """Find every post that the words beside a person's name give, in order of the text."""
    ground = Ground(mentions)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    posts: list[Post] = []
    for index, found in by_sentence.items():
        if any(mention.label == "PERSON" for mention in found):
            line = make_line(index, sentences[index], found)
            posts += _shared(line, _in_line(line, ground))
    return posts


def _in_line(line: Line, ground: Ground) -> list[Post]:
    held = [read_holder(line, title, ground) for title in spot_titles(line)]
    people = [mention for mention in line.mentions if mention.label == "PERSON"]
    before = _linked_before(line, held)
    taken = {(one.first, one.last) for one in before}
    free = [one for one in held if (one.first, one.last) not in taken]
    free += [
        one for one in spot_trades(line, people) if not any(one.first < o.last and o.first < one.last for o in held)
    ]
    free.sort(key=lambda one: one.first)
    found = [post for one, person in before.items() for post in _posts(line, one, person)]
    for person in people:
        found += [Post(person, one.title, one.of, one.whose) for one in _of_one(line, [*_behind(line, person, free)])]
        found += _heading(line, person)
    return sorted(found, key=lambda post: post.person.first)


def _posts(line: Line, held: Held, person: Mention) -> Iterator[Post]:
    """Posts of a title before a name; one for each name of the list behind a plural: "Presidents Berg and Lund"."""
    yield Post(person, held.title, held.of or _of_behind(line, person), held.whose)
    if not held.is_plural:
        return
    for one, other in pairwise(mention for mention in line.mentions if mention.first >= person.first):
        if line.words[one.last : other.first] not in _LISTED:
            return
        if other.label == "PERSON":
            yield Post(other, held.title, held.of or _of_behind(line, other), held.whose)


def _shared(line: Line, posts: Sequence[Post]) -> list[Post]:
    """Give a post without a state that of the post it is joined to: "Norwegian Premier Dahl and President Berg"."""
    found: list[Post] = []
    for post in posts:
        before = found[-1] if found else None
        if before and before.of and before.of.label in ("STATE", "NORP") and post.of is None:
            gap = line.words[before.person.last : post.person.first]
            if gap[:1] in (("and",), (",",)) and len(gap) <= LONGEST + 2 and before.person is not post.person:
                post = Post(post.person, post.title, before.of)
        found.append(post)
    return found


# -- before the name ---------------------------------------------------------------------------------------------------


def _linked_before(line: Line, held: Sequence[Held]) -> dict[Held, Mention]:
    """Titles whose person follows: right behind ("President Berg"), in apposition, through a title joined to it."""
    found: dict[Held, Mention] = {}
    for one in reversed(held):
        person = _person_at(line, one.last) or _apposed_to(line, one) or _listed_at(line, one)
        at = one.last + (line.word(one.last) == "and")
        joined = next((o for o in found if o.first == at and o.last <= found[o].first), None)
        if person is None and joined and not _is_another(line, one, joined):
            # "President and party leader Ho", "the chair of the union, President Berg"
            person = found[joined]
            one = structs.replace(one, of=one.of or (joined.of if line.word(one.last) == "and" else None))
        if person:
            found[one] = person
    return found


def _is_another(line: Line, one: Held, joined: Held) -> bool:
    """Whether a title is somebody else's than the one joined to it: "the president and Speaker Berg"."""
    is_alone = line.word(one.first - 1) == "the" and line.word(one.last) == "and"
    return is_alone and line.sentence.words[joined.first][:1].isupper()


def _of_behind(line: Line, person: Mention) -> Mention | None:
    """What a title before a name is of where that stands behind the name: "President Berg of Norway"."""
    return body_at(line, person.last + 1) if line.word(person.last) == "of" else None


def _person_at(line: Line, at: int) -> Mention | None:
    """The person named at a token, forms of address passed over."""
    while at < len(line.words) and (line.sentence.words[at] in honorifics() or line.word(at) == "."):
        at += 1
    found = line.starting.get(at)
    return found if found and found.label == "PERSON" else None


def _apposed_to(line: Line, held: Held) -> Mention | None:
    """The person between commas behind a title: "the bank's director, Ana Berg, said"."""
    if line.word(held.last) != "," or not (person := _person_at(line, held.last + 1)):
        return None
    if line.sentence.heads:
        head = line.head_of(person.first, person.last)
        if line.label(head) == "appos" and held.first <= line.sentence.heads[head] < held.last:
            return person
    return person if line.word(person.last) in (",", ".", "") and line.word(held.first - 1) == "the" else None


def _listed_at(line: Line, held: Held) -> Mention | None:
    """The first person of a list behind a plural title and a mark: "three senators — Ana Berg and Jo Lund"."""
    return _person_at(line, held.last + 1) if held.is_plural and line.word(held.last) in _LISTING else None


# -- behind the name ---------------------------------------------------------------------------------------------------


def _of_one(line: Line, held: Sequence[Held]) -> list[Held]:
    """Titles of one apposition, a first one of what the second is of: "the chair and chief executive of the bank"."""
    found = list(held)
    for at in range(len(found) - 1, 0, -1):
        one, other = found[at - 1], found[at]
        is_joined = line.words[one.last : other.first] == ("and",)
        if is_joined and one.of is None and one.whose is None and other.of and other.of.label == "ORGANIZATION":
            found[at - 1] = structs.replace(one, of=other.of)
    return found


def _behind(line: Line, person: Mention, held: Sequence[Held]) -> Iterator[Held]:
    """Titles of the apposition behind a name, or of what it is said to be or to have become."""
    start = _opening(line, person)
    end = start + _WINDOW if start else 0
    for one in held:
        ends_in_holder = one.of is not None and one.of.last == one.last
        is_owner = line.word(one.last) in POSSESSIVE and not ends_in_holder  # "Ana Berg, the president's adviser"
        if not start <= one.first < end or is_owner or _is_cut(line, start, one.first):
            continue
        yield one
        start = one.last + (line.word(one.last) in (",", "and"))
        if line.word(start - 1) == ",":
            start += line.word(start) == "and"


def _opening(line: Line, person: Mention) -> int:
    """Token at which an apposition or predicate behind a name begins; 0 where none does."""
    at = tag_end(line.sentence.words, person.last) or person.last
    if line.word(at) == "(" and line.word(at + 1) in _SIDES and line.word(at + 2) == ")":
        at += 3  # a caption: "Ana Berg (left), the minister"
    if line.word(at) in _OPENERS:
        at += 1
        if line.word(at) in ("who", "which"):
            return _predicate(line, at + 1)
        while line.word(at).isdigit() or (line.word(at) == "," and line.word(at - 1).isdigit()):
            at += 1  # "Ana Berg, 45, a lawyer"
        return at
    return _predicate(line, at)


def _predicate(line: Line, at: int) -> int:
    """Token behind "is", "became", "was elected as"; 0 where there is none."""
    verbs = {row[0]: row[1] for row in read_rows("post_verbs.tsv")}
    start = at
    while at < start + 6 and (verbs.get(line.word(at)) or (at > start and line.upos(at) == "ADV")):
        at += 1
    if any(verbs.get(line.word(token)) == "be" for token in range(start, at)):
        return at + (line.word(at) == "as")
    return 0


def _is_cut(line: Line, start: int, place: int) -> bool:
    """Whether the apposition has ended before a place, or goes on about somebody or something else."""
    for token in range(start, place):
        mention = line.starting.get(token)
        if line.words[token] in _STOPS or (mention and mention.label == "PERSON"):
            return True
        if line.upos(token) in _LINKING and line.words[token] not in ("its", "their", "his", "her"):
            return True
    return False


def _heading(line: Line, person: Mention) -> Iterator[Post]:
    """Read "who heads the bank", "Berg leads the Harbour Party"."""
    at = person.last
    is_relative = line.word(at) in _OPENERS and line.word(at + 1) == "who"
    at += 2 * is_relative
    leads = {row[0]: row[2] for row in read_rows("post_verbs.tsv") if row[1] == "lead"}
    title = leads.get(line.word(at))
    body = body_at(line, at + 1) if title and (is_relative or line.word(at + 1) in ARTICLES) else None
    if title and body and (body.label == "ORGANIZATION" or is_relative):
        yield Post(person, title, body)
