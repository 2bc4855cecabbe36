"""Everything that is wrong with the text of a profile, each with its place, while it is written.

The checks are those of loading (``shared.config.load``); there the first fault ends it, here all
are told.
"""

import re
import tomllib
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from shared.config.check import problems
from shared.config.load import sentence_of
from shared.config.profile import Profile
from shared.domain.phrase import phrase

#: More than so many faults nobody reads at once.
FINDINGS_MAX: Final = 50
_SYNTAX: Final = re.compile(r"^(?P<what>.*) \(at line (?P<line>\d+), column \d+\)$")
_QUOTED: Final = re.compile(r"^(?P<table>\w+) “(?P<name>[^”]+)”")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: a sentence with its place, and the line of the text; 0: not known."""

    sentence: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """What became of a text: the profile where it can be read, and all that is wrong with it."""

    profile: Profile | None
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it may be put in force as far as the text alone tells."""
        return self.profile is not None and not self.findings


def review(text: str) -> Review:
    """Read and check a profile's TOML text."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Review(None, (_syntax(str(error), text),))
    except RecursionError:
        told = phrase("lists stand too deep in one another for %1.", "TOML")
        return Review(None, (Finding(told),))
    try:
        profile = Profile.model_validate(raw)
    except ValidationError as error:
        return Review(None, _findings(error, raw, text))
    found = tuple(
        Finding(told, _line_of_problem(text, profile, told)) for told in problems(profile)
    )
    return Review(profile, found[:FINDINGS_MAX])


def _findings(error: ValidationError, raw: object, text: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(sentence_of(each, Profile, raw), line_of(text, each["loc"]))
        for each in error.errors()[:FINDINGS_MAX]
    )


def _syntax(told: str, text: str) -> Finding:
    found = _SYNTAX.match(told)
    line = int(found["line"]) if found else text.count("\n") + 1
    what = found["what"] if found else told
    return Finding(phrase("Line %1: %2.", line, what), line)


def line_of(text: str, location: tuple[int | str, ...]) -> int:
    """The line (from 1) of a key as pydantic names it, or of its table; 0 where it is not found."""
    lines = text.splitlines()
    if not location:
        return 0
    first, last = _table(lines, location)
    if not first and len(location) > 1:
        return 0
    keys = [str(part) for part in location if isinstance(part, str)]
    for key in reversed(keys[1:] if first else keys):
        wanted = re.compile(rf'^\s*"?{re.escape(key)}"?\s*=')
        for number in range(first, last):
            if wanted.match(lines[number]):
                return number + 1
    return max(first, 1)


def _table(lines: list[str], location: tuple[int | str, ...]) -> tuple[int, int]:
    """Where the lines of a table begin (just below its header) and end; 0: before all tables."""
    ordinal = location[1] if len(location) > 1 and isinstance(location[1], int) else 0
    name = re.escape(str(location[0]))
    header = re.compile(rf"^\s*\[\[?\s*{name}\s*\]\]?")
    heads = [n for n, line in enumerate(lines) if header.match(line)]
    if ordinal >= len(heads):
        return 0, next((n for n, line in enumerate(lines) if line.startswith("[")), len(lines))
    first = heads[ordinal] + 1
    ends = (n for n in range(first, len(lines)) if lines[n].startswith("["))
    return first, next(ends, len(lines))


def _line_of_problem(text: str, profile: Profile, told: str) -> int:
    """The line of a contradiction, whose sentence begins with its place."""
    named = _QUOTED.match(told)
    if named is None:
        return line_of(text, tuple(told.partition(":")[0].split(" ")[0].split(".")))
    items = getattr(profile, named["table"], ())
    ids = [getattr(item, "id", "") for item in items if not isinstance(item, str)]
    place = ids.index(named["name"]) if named["name"] in ids else 0
    return line_of(text, (named["table"], place))
