"""A user's own list of actors, `actors.toml`: read and checked."""

import re
import tomllib
from datetime import date
from pathlib import Path

import msgspec

from accord.errors import ConfigError
from accord.model.rosters import ListedActor, Roster

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def read_roster(path: Path) -> Roster:
    """Read a list of actors; ConfigError, in one line with file and line, where it can't be understood."""
    try:
        return parse_roster(path.read_bytes().decode("utf-8"), str(path))
    except OSError as error:
        raise ConfigError(f"{path} can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8 (byte {error.start})") from error


def parse_roster(text: str, where: str = "actors.toml") -> Roster:
    r"""Parse the text of a list of actors; ConfigError as above.

    >>> text = '[[actor]]\nname = "Kari Dahl"\noffices = [{title = "Mayor", of = "Oslo", from = "2031"}]'
    >>> parse_roster(text)[0].offices_on("2031-05-02")
    (Office(title='Mayor', of='Oslo'),)
    """
    try:
        told = {key: _plain(one) for key, one in tomllib.loads(text.removeprefix("\ufeff")).items()}
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: {error}") from error
    if set(told) - {"actor"} or not isinstance(told.get("actor", []), list):
        strange = ", ".join(f"[{key}]" for key in sorted(told) if key != "actor" or not isinstance(told[key], list))
        raise ConfigError(f"{where}: {strange} is not known: write each actor as a table [[actor]], in double brackets")
    try:
        roster = msgspec.convert(told.get("actor", []), Roster)
    except msgspec.ValidationError as error:
        raise ConfigError(_located(text, where, error)) from error
    _check(roster, text, where)
    return roster


def _plain(value: object) -> object:
    """Dates of TOML as text, everything else as it is."""
    if isinstance(value, dict):
        years = {key: str(one) for key, one in value.items() if key in ("from", "to") and isinstance(one, int)}
        return {key: _plain(one) for key, one in value.items()} | years
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat()[:10] if isinstance(value, date) else value


def _located(text: str, where: str, error: msgspec.ValidationError) -> str:
    """One line that tells an error with the line of its actor's table."""
    told = str(error)
    path = re.search(r" - at `\$\[(\d+)\](.*)`$", told)
    if path is None:
        return f"{where}: {told}"
    field = path[2].replace("[...]", "").lstrip(".")
    return f"{where}:{_line_of(text, int(path[1]))}: {told[: path.start()]}{f' (in {field})' if field else ''}"


def _line_of(text: str, number: int) -> int:
    """Line of an actor's table, from 1."""
    lines = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*actor\s*\]\]", line)]
    return lines[number] if number < len(lines) else 1


def _check(roster: Roster, text: str, where: str) -> None:
    """ConfigError where a name is empty or given twice, a day or an id is none."""
    owners: dict[str, ListedActor] = {}
    for number, actor in enumerate(roster):
        at = f"{where}:{_line_of(text, number)}"
        for name in (actor.name, *actor.aliases):
            if not name.strip():
                raise ConfigError(f"{at}: an actor without a name")
            if owners.setdefault(name, actor) is not actor:
                raise ConfigError(f"{at}: {name!r} is a name of {owners[name].name} too")
        if actor.wikidata and not _WIKIDATA.fullmatch(actor.wikidata):
            raise ConfigError(f"{at}: {actor.wikidata!r} is no Wikidata id (Q and digits)")
        for day in (day for office in actor.offices for day in (office.from_, office.to) if day):
            if not _DAY.fullmatch(day):
                raise ConfigError(f"{at}: {day!r} is no day, month or year (2031, 2031-05, 2031-05-06)")
