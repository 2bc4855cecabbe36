"""Line breaking for mixed Chinese and Latin text."""

from collections.abc import Callable
from itertools import takewhile

# Marks that may not begin a line, and marks that may not end one (GB/T 15834-2011 §5.1).
NOT_AT_START = frozenset("，。、；：！？）》〉」』】〕％”’…,.;:!?)]}%")
NOT_AT_END = frozenset("（《〈「『【〔“‘([{")
EVENING_STEPS = 24


def wrap(
    text: str, width: float, measure: Callable[[str], float], shortest_last_0_1: float = 0.25
) -> list[str]:
    """The text in as few lines as the width allows; ``measure`` gives the width of a string.

    Where the last line would be shorter than that share of the width, the lines are evened out,
    breaking after punctuation if possible, so that no last Hanzi stands alone.
    """
    lines = fill(text, width, measure)
    if len(lines) < 2 or measure(lines[-1]) >= width * shortest_last_0_1:
        return lines
    steps = (width * step / EVENING_STEPS for step in range(EVENING_STEPS, 0, -1))
    tried = (fill(text, narrower, measure) for narrower in steps)
    same = takewhile(lambda other: len(other) == len(lines), tried)
    return min(same, key=lambda other: (_torn(other), max(map(measure, other))))


def _torn(lines: list[str]) -> int:
    """How many lines end between two Hanzi rather than after a mark or a Latin word."""
    return sum(_is_wide(line[-1]) and line[-1] not in NOT_AT_START for line in lines[:-1])


def fill(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text in lines no wider than ``width``; Latin words stay whole where they can.

    A single word wider than the line is broken inside.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if measure((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = piece.lstrip()
        while measure(line.rstrip()) > width and len(line) > 1:
            cut = _longest(line, width, measure)
            lines.append(line[:cut])
            line = line[cut:]
    if line.strip():
        lines.append(line.rstrip())
    return lines


def _longest(word: str, width: float, measure: Callable[[str], float]) -> int:
    """How many characters of the word fit, at least one."""
    cut = 1
    while cut < len(word) and measure(word[: cut + 1]) <= width:
        cut += 1
    return cut


def _pieces(text: str) -> list[str]:
    """What may not be broken: a Latin word with its space, or a Hanzi with its marks."""
    pieces: list[str] = []
    for character in text:
        if pieces and _holds(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _holds(piece: str, character: str) -> bool:
    """Whether no line may break between the piece and the character."""
    if character in NOT_AT_START or piece[-1] in NOT_AT_END:
        return True
    if piece[-1].isspace():
        return character.isspace()
    return character.isspace() or not (_is_wide(piece[-1]) or _is_wide(character))


def _is_wide(character: str) -> bool:
    """Hanzi, kana and full-width forms: a line may break on either side."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\uffef"
        or character >= "\U00020000"
    )
