"""Two amounts that are one range: `8 to 10 people`, `$5bn-$8bn`, `between 45% and 60%`."""

from msgspec.structs import replace

from accord.find.figures.amounts import read_single
from accord.find.figures.lines import DASHES, Amount, Line
from accord.knowledge.quantities import contest_words, word_list

_NEAR = 4  # tokens before an amount that can still open its range


def read_amount(line: Line, at: int) -> Amount | None:
    """Read the amount whose number begins at a token, together with the one that it runs to."""
    amount = read_single(line, at)
    if amount is None or amount.kind == "vague" or amount.value is None:
        return amount
    joint = _joint(line, amount)
    other = _read_end(line, joint) if joint else None
    return _joined(amount, other) if other else amount


def _read_end(line: Line, joint: int) -> Amount | None:
    """Read the amount behind the joint, its currency sign first."""
    for at in range(joint, min(len(line), joint + 3)):
        other = read_single(line, at)
        if other:
            return other if other.first <= joint and other.value is not None else None
        if line.low[at][0].isalnum() and at > joint:
            return None
    return None


def _joined(amount: Amount, other: Amount) -> Amount:
    """Make one range of two amounts, unless the second is smaller or of another kind."""
    if amount.value is None or other.value is None or (amount.unit not in (None, other.unit) and other.unit):
        return amount
    if amount.unit and not other.unit and amount.kind != "money":
        return amount
    least = amount.value
    if amount.scale == 1 and other.scale > 1 and amount.value < other.value / other.scale:
        least = amount.value * other.scale
    if other.scale == 1 and other.value % 1000 == 0 and amount.value * 1000 < other.value:
        least = amount.value * 1000  # `10-15,000`
    if least >= other.value:
        return amount
    unit, kind = (other.unit, other.kind) if other.unit else (amount.unit, amount.kind)
    return replace(
        amount, last=other.last, value=None, least=least, most=other.value, unit=unit, kind=kind, scale=other.scale
    )


def _joint(line: Line, amount: Amount) -> int:
    """Token after the word or dash that may join an amount to a second one, 0 where there is none."""
    joint, before = line.at(amount.last), line.at(amount.first - 1)
    if joint == "or":
        return amount.last + 1
    if joint == "and":
        return amount.last + 1 if "between" in line.low[max(0, amount.first - _NEAR) : amount.first] else 0
    if joint not in DASHES and joint != "to":
        return 0
    if _is_contest(line, amount):
        return 0
    if joint != "to":
        is_tied = line.at(amount.last + 1) in ("to", "or") and line.at(amount.last + 2) in DASHES
        return amount.last + 3 if is_tied else amount.last + 1
    if before == "from":
        return amount.last + 1 if _opens_span(line, amount.first - 2) else 0
    return 0 if amount.kind != "share" and _is_after_change(line, amount.first) else amount.last + 1


def _is_contest(line: Line, amount: Amount) -> bool:
    """Whether two numbers are a result: `voted 61-38`, `won 3-1`, `a vote of 88 to 91`."""
    if amount.unit:
        return False
    nearby = line.low[max(0, amount.first - 8) : amount.first] + line.low[amount.last + 2 : amount.last + 6]
    return not contest_words().isdisjoint(nearby)


def _opens_span(line: Line, index: int) -> bool:
    """Whether `from` opens a span rather than a change: `ranging from`, `in age from`."""
    before = line.low[max(0, index - 2) : index + 1]
    return any(word.startswith(("rang", "vari", "vary", "age", "anywhere")) for word in before)


def _is_after_change(line: Line, first: int) -> bool:
    """Whether the amount is how much something changed: `rose 12% to 14%`."""
    if line.at(first - 1) == "of":  # `an increase of 3 to 5 percent`
        return False
    return not word_list("change_verbs.txt").isdisjoint(line.low[max(0, first - _NEAR) : first])
