"""Which recordings a branch needs, and whether they are there: the check before the opening day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.board.voice.errors import ClipUnreadable
from kiosk.board.voice.joiner import ClipSet, read_pcm
from kiosk.board.voice.phrase import (
    ATTEND,
    CHIME,
    SENTENCES,
    Clip,
    counted,
    incident_clip_name,
    place_clip_name,
    spelled,
)
from kiosk.board.voice.texts import TEXTS
from shared.config.profile import Profile

DIGITS = "0123456789"


class Source(StrEnum):
    """Where a piece comes from."""

    OWN = "own"
    SHIPPED = "shipped"
    LEFT_OUT = "left out"  # something else is said instead
    MISSING = "MISSING"
    UNUSABLE = "UNUSABLE"


@dataclass(frozen=True, slots=True)
class Needed:
    """A piece that this branch needs. ``instead``: what is said where nobody recorded it."""

    clip: Clip
    says: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A needed piece as it was found. ``why``: of a file that cannot be used."""

    needed: Needed
    source: Source
    why: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether a call would be left unspoken."""
        return self.source in (Source.MISSING, Source.UNUSABLE)


def needed(profile: Profile) -> list[Needed]:
    """Every piece that this branch's calls and incidents are made of, each once."""
    languages = profile.voice.languages or profile.branch.languages
    found = [Needed(CHIME, "♪")]
    for language in languages:
        found += _of_language(profile, language)
    return list({each.clip: each for each in found}.values())


def check(profile: Profile, clips: ClipSet, own: Path | None) -> list[Checked]:
    """Each needed piece with its source."""
    return [_checked(each, clips, own) for each in needed(profile)]


def _of_language(profile: Profile, language: str) -> Iterator[Needed]:
    words = SENTENCES[language]
    phrases = (words.before, words.to_counter, words.after_counter, words.look, ATTEND)
    series = {s.series for s in profile.services} | {s.series for s in profile.segments if s.series}
    if profile.appointment_series:
        series.add(profile.appointment_series)
    letters = [letter for each in sorted(series) for letter in spelled(each)]
    plain = [c.id for c in profile.counters if c.name is None]
    numbers = [name for counter in plain for name in counted(language, counter)]
    for name in (*filter(None, phrases), *letters, *DIGITS, *numbers):
        yield Needed(Clip(language, name), TEXTS[language].get(name, name))
    yield from _places(profile, language)
    for incident in profile.incidents:
        clip = Clip(language, incident_clip_name(incident.id))
        yield Needed(clip, incident.name.of(language), instead=TEXTS[language][ATTEND])


def _places(profile: Profile, language: str) -> Iterator[Needed]:
    named = [c.name for c in profile.counters if c.name is not None]
    if named:
        name = SENTENCES[language].to_place
        yield Needed(Clip(language, name), TEXTS[language][name])
    for place in named:
        clip = Clip(language, place_clip_name(place.en))
        yield Needed(clip, place.of(language), instead=TEXTS[language]["look"])


def _checked(each: Needed, clips: ClipSet, own: Path | None) -> Checked:
    path = clips.find(each.clip)
    if path is None:
        return Checked(each, Source.LEFT_OUT if each.instead else Source.MISSING)
    try:
        read_pcm(path)
    except ClipUnreadable as error:
        return Checked(each, Source.UNUSABLE, error.params[1])
    is_own = own is not None and path.is_relative_to(own)
    return Checked(each, Source.OWN if is_own else Source.SHIPPED)


def table(found: Sequence[Checked]) -> str:
    """The check as text: file, from where, words."""
    wide = max(len(each.needed.clip.path) for each in found)
    return "\n".join(
        f"{each.needed.clip.path.ljust(wide)}  {each.source.ljust(8)}  {_words(each)}"
        for each in found
    )


def _words(each: Checked) -> str:
    if each.source is Source.LEFT_OUT:
        return f"{each.needed.says} (instead: {each.needed.instead})"
    return f"{each.needed.says} ({each.why})" if each.why else each.needed.says
