"""What is said for a call: the names of clips and the pauses between them, language by language.

The sentence is made of recorded pieces, so a bank can have it spoken by its own people. Ticket
numbers are said digit by digit (“A 0 2 1”), as they stand on the slip; counters are said as
numbers, since “one two” could be heard as counters 1 and 2.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

#: Pauses in milliseconds: after the chime, between two words, around the number, between languages.
AFTER_CHIME_MS = 200
BETWEEN_WORDS_MS = 40
AROUND_NUMBER_MS = 140
BETWEEN_LANGUAGES_MS = 450


@dataclass(frozen=True, slots=True)
class Clip:
    """One recorded piece: ``<language>/<name>.wav``; the chime belongs to no language."""

    language: str
    name: str

    @property
    def path(self) -> str:
        """Where it lies inside a folder of clips, with slashes."""
        return f"{self.language}/{self.name}.wav" if self.language else f"{self.name}.wav"


@dataclass(frozen=True, slots=True)
class Gap:
    """Silence of so many milliseconds."""

    gap_ms: int


Part = Clip | Gap
CHIME = Clip("", "chime")
#: “Please look at the screen”, a sentence of its own.
ATTEND = "attend"


@dataclass(frozen=True, slots=True)
class Sentence:
    """How a language calls somebody: clips before the number, and after it for each kind of place.

    ``to_counter`` and ``after_counter`` stand around a counter's number, ``to_place`` stands before
    a place with a name, ``look`` ends the sentence where nobody recorded the place's name.
    """

    before: str
    to_counter: str
    after_counter: str
    to_place: str
    look: str


#: 请 A 0 2 1 号到 3 号窗口 · Ticket A 0 2 1, please come to counter 3
SENTENCES = {
    "zh_CN": Sentence("please", "to", "counter", "to", "look"),
    "en": Sentence("ticket", "to-counter", "", "to-place", "look"),
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the customer is sent: a counter by its id, or a place with a name of its own.

    ``name_en`` is the English name of the profile, empty where the counter is just a number.
    """

    counter: str
    name_en: str = ""


def parts_of(
    number: str,
    to: Destination,
    languages: Sequence[str],
    has_clip: Callable[[Clip], bool],
) -> list[Part]:
    """Chime, then the sentence in each language that has clips, in the order given.

    ``has_clip`` says whether a piece was recorded; it decides only about names of places.
    """
    parts: list[Part] = [CHIME, Gap(AFTER_CHIME_MS)]
    for position, language in enumerate(name for name in languages if name in SENTENCES):
        if position:
            parts.append(Gap(BETWEEN_LANGUAGES_MS))
        parts += _sentence(language, number, to, has_clip)
    return parts


def incident_parts(
    reason: str, languages: Sequence[str], has_clip: Callable[[Clip], bool]
) -> list[Part]:
    """The chime twice, then for each language what the bank recorded for this kind of incident.

    Nobody can record an incident that has not happened yet: without such a piece the hall is asked
    to look at the screen, where it stands in words.
    """
    parts: list[Part] = [CHIME, Gap(BETWEEN_WORDS_MS), CHIME, Gap(AFTER_CHIME_MS)]
    for position, language in enumerate(name for name in languages if name in SENTENCES):
        if position:
            parts.append(Gap(BETWEEN_LANGUAGES_MS))
        own = Clip(language, incident_clip_name(reason))
        parts.append(own if has_clip(own) else Clip(language, ATTEND))
    return parts


def incident_clip_name(reason: str) -> str:
    """The clip's name for a kind of incident of the profile: “power” is ``incident-power``."""
    return f"incident-{reason}"


def place_clip_name(name_en: str) -> str:
    """The clip's name for a place: “VIP room” is ``place-vip-room``.

    It comes from the name and not from the counter's id, so that a clip recorded for one branch
    can never say a wrong name in another.
    """
    letters = "".join(c if c.isascii() and c.isalnum() else " " for c in name_en.lower())
    return "place-" + "-".join(letters.split())


def spelled(text: str) -> tuple[str, ...]:
    """The clips of a text one by one: letters and digits, everything else is not spoken."""
    return tuple(c for c in text.lower() if c.isascii() and c.isalnum())


def counted(language: str, counter: str) -> tuple[str, ...]:
    """The clips of a counter's number up to 99 as one says it; anything else is spelled."""
    if not counter.isdecimal() or not 0 < int(counter) < 100:
        return spelled(counter)
    tens, ones = divmod(int(counter), 10)
    if tens == 0:
        return (str(ones),)
    after = (str(ones),) if ones else ()
    if language == "zh_CN":  # 十二, 二十, 三十五
        return ((str(tens),) if tens > 1 else ()) + ("10", *after)
    return (counter,) if tens == 1 else (str(tens * 10), *after)


def _sentence(
    language: str, number: str, to: Destination, has_clip: Callable[[Clip], bool]
) -> Iterator[Part]:
    words = SENTENCES[language]
    place = Clip(language, place_clip_name(to.name_en))
    yield Clip(language, words.before)
    yield from _number(language, spelled(number))
    if not to.name_en:
        yield Clip(language, words.to_counter)
        yield from _number(language, counted(language, to.counter))
        if words.after_counter:
            yield Clip(language, words.after_counter)
    elif has_clip(place):
        yield Clip(language, words.to_place)
        yield place
    else:
        yield Clip(language, words.look)


def _number(language: str, clips: Sequence[str]) -> Iterator[Part]:
    yield Gap(AROUND_NUMBER_MS)
    for position, name in enumerate(clips):
        if position:
            yield Gap(BETWEEN_WORDS_MS)
        yield Clip(language, name)
    yield Gap(AROUND_NUMBER_MS)
