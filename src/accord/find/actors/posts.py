"""Posts that people hold, as a report's words give them: before the name, in apposition, after "who heads" or "is"."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.find.actors.mentions import Mention
from accord.knowledge.offices import LONGEST, honorifics, offices, title_modifiers
from accord.knowledge.organizations import organization_nouns
from accord.model.sentences import Sentence

_WINDOW = 16
"""Words of an apposition within which a title is looked for."""

_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "our"))
_LINKS = frozenset(("of", "for", "at", "in", "with", "from"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_BE = frozenset(("is", "was", "became", "remains", "remained", "becomes"))
_LEADS = {"heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair", "chaired": "chair",
          "runs": "head", "directs": "director"}  # fmt: skip


class Post(Struct, frozen=True):
    """A title as written and the mention of what it is a post of, where the words name one."""

    person: Mention
    title: str
    of: Mention | None = None


class _Line(Struct, frozen=True):
    """One sentence with its mentions by their first and by their last token."""

    sentence: Sentence
    words: tuple[str, ...]
    starting: dict[int, Mention]
    ending: dict[int, Mention]


def find_posts(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Post]:
    """Find every post that the words beside a person's name give, in order of the text."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    posts: list[Post] = []
    for index, found in by_sentence.items():
        people = [mention for mention in found if mention.label == "PERSON"]
        if people:
            sentence = sentences[index]
            words = tuple(word.lower() for word in sentence.words)
            line = _Line(sentence, words, {m.first: m for m in found}, {m.last: m for m in found})
            posts += _shared(line, [post for person in people for post in _of_person(line, person)])
    return posts


def _shared(line: _Line, posts: Sequence[Post]) -> list[Post]:
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


def _of_person(line: _Line, person: Mention) -> Iterator[Post]:
    yield from _before(line, person)
    yield from _after(line, person)


# -- before the name ---------------------------------------------------------------------------------------------------


def _before(line: _Line, person: Mention) -> Iterator[Post]:
    end = person.first
    while end and (line.sentence.words[end - 1] in honorifics()):
        end -= 1
    if end > 1 and line.words[end - 1] == ",":
        return
    if start := title_before(line, end):
        first, of = _holder_before(line, start[0])
        yield Post(person, _text(line, first, end), of)
        yield from _joined_title(line, first, of, person)
    elif (body := line.ending.get(end)) and body.label != "PERSON":
        yield from _title_of(line, body, person)


def _joined_title(line: _Line, first: int, of: Mention | None, person: Mention) -> Iterator[Post]:
    """The other title of two: "President and party leader Ho", "General Secretary and President Ho"."""
    at = of.first if of else first
    if at > 1 and line.words[at - 1] == "and" and (other := title_before(line, at - 1)):
        start, holder = _holder_before(line, other[0])
        yield Post(person, _text(line, start, at - 1), holder or of)


def title_before(line: _Line, end: int) -> tuple[int, int] | None:
    """Tokens of the longest title that ends at a token, with what ranks it."""
    for size in range(min(LONGEST + 1, end), 0, -1):
        title = " ".join(line.words[end - size : end]).replace(" - ", "-")
        if title in offices():
            start = end - size
            while start and line.words[start - 1] in title_modifiers() and (start not in line.ending):
                start -= 1
            return start, end
    return None


def _holder_before(line: _Line, start: int) -> tuple[int, Mention | None]:
    """What stands before a title: the state or body whose post it is, and words that belong to the title itself."""
    first = start
    while first and first not in line.ending and _is_title_word(line, first - 1):
        first -= 1
    if first and line.words[first - 1] == "and" and _is_title_word(line, first - 2) and first < start:
        first -= 2
    at = first
    if at and line.words[at - 1] in _POSSESSIVE:
        at -= 1
    holder = line.ending.get(at)
    if holder is None and at and line.words[at - 1] in title_modifiers():
        first = at - 1
        holder = line.ending.get(first)
    if holder is None or holder.label == "PERSON":
        return first, None
    return first, holder


def _is_title_word(line: _Line, at: int) -> bool:
    """Whether a word before "Minister" names the field of the post: "Health", "rural affairs"."""
    word = line.sentence.words[at]
    if at < 0 or not word.isalpha() or word.lower() in title_modifiers() or word.lower() in organization_nouns():
        return False
    if line.sentence.upos and line.sentence.labels:
        return line.sentence.upos[at] in ("NOUN", "PROPN") and line.sentence.labels[at] in ("compound", "flat")
    return at > 0 and word[:1].isupper() and word.lower() not in ("the", "a", "an")


def _title_of(line: _Line, body: Mention, person: Mention) -> Iterator[Post]:
    """Find "General Secretary of the Harbour Party Ana Lund", "China's ambassador to Oslo Li Wei"."""
    at = body.first
    while at and line.words[at - 1] in _ARTICLES:
        at -= 1
    if not at or line.words[at - 1] not in (*_LINKS, "to"):
        return
    link = line.words[at - 1]
    if found := title_before(line, at - 1):
        first, holder = _holder_before(line, found[0])
        if link == "to":
            yield Post(person, _text(line, first, body.last), holder)
        else:
            yield Post(person, _text(line, first, at - 1), body)


# -- after the name ----------------------------------------------------------------------------------------------------


def _after(line: _Line, person: Mention) -> Iterator[Post]:
    at = person.last
    if at + 1 >= len(line.words):
        return
    if line.words[at] in (",", "(", "—", "–") and line.words[at + 1] in ("who", "which"):
        yield from _relative(line, person, at + 2)
    elif line.words[at] in (",", "(", "—", "–") or line.words[at] in _BE:
        yield from _apposed(line, person, at + 1)


def _relative(line: _Line, person: Mention, at: int) -> Iterator[Post]:
    if line.words[at : at + 1] and (title := _LEADS.get(line.words[at])):
        body = _body_at(line, at + 1)
        if body:
            yield Post(person, title, body)
    elif line.words[at : at + 1] and line.words[at] in _BE:
        yield from _apposed(line, person, at + 1)


def _body_at(line: _Line, at: int) -> Mention | None:
    while at < len(line.words) and line.words[at] in _ARTICLES:
        at += 1
    found = line.starting.get(at)
    while found and found.label in ("STATE", "PLACE") and line.words[found.last : found.last + 1] in (("'s",), ("’s",)):
        owned = line.starting.get(found.last + 1)
        if owned is None or owned.label != "ORGANIZATION":
            break
        found = owned
    return found if found and found.label != "PERSON" else None


def _apposed(line: _Line, person: Mention, at: int) -> Iterator[Post]:
    """Titles of a phrase beside the name, until it ends or another person's name takes them."""
    end = min(len(line.words), at + _WINDOW)
    place = at
    while place < end and line.words[place] not in (",", ")", ".", ";", "—", "who", "said", "told"):
        size = _title_size(line, place)
        if not size:
            if place in line.starting and line.starting[place].label == "PERSON":
                return
            place += 1
            continue
        post = _post_at(line, person, place, size, at)
        if post is None:
            return
        yield post
        place = max(place + size, post.of.last if post.of else 0)


def _title_size(line: _Line, place: int) -> int:
    for size in range(min(LONGEST + 1, len(line.words) - place), 0, -1):
        if " ".join(line.words[place : place + size]).replace(" - ", "-") in offices():
            return size
    return 0


def _post_at(line: _Line, person: Mention, place: int, size: int, floor: int) -> Post | None:
    """Read a title after the name with what it is of; None where it belongs to the next person."""
    start = place
    while start > floor and line.words[start - 1] in title_modifiers():
        start -= 1
    first, holder = _holder_before(line, start)
    first = max(first, floor)
    behind = place + size
    if behind in line.starting and line.starting[behind].label == "PERSON":
        return None
    if behind < len(line.words) and line.words[behind] in (*_LINKS, "to") and (body := _body_at(line, behind + 1)):
        if body.last in line.starting and line.starting[body.last].label == "PERSON":
            return None
        if line.words[behind] == "to":
            return Post(person, _text(line, first, body.last), holder)
        return Post(person, _text(line, first, behind), body)
    return Post(person, _text(line, first, behind), holder)


def _text(line: _Line, first: int, last: int) -> str:
    """Words of a title with the blanks that stood between them."""
    sentence = line.sentence
    gaps = (" " if sentence.starts[i] > sentence.ends[i - 1] else "" for i in range(first + 1, last))
    words = sentence.words[first + 1 : last]
    return sentence.words[first] + "".join(gap + word for gap, word in zip(gaps, words, strict=True))
