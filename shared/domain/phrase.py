"""A sentence that remembers what it is made of, so that it can be said in another language.

The reason inside a refusal: ``ScenarioInvalid("day.toml", phrase("%1: there is no “%2”.", ...))``.
To everybody else it is the English text. ``shared.i18n.refusing`` says it otherwise.
"""

from shared.domain.errors import fill


class Phrase(str):
    """The English text; ``text`` is its source and ``args`` are what stands for %1, %2 ..."""

    __slots__ = ("args", "text")

    text: str
    args: tuple[object, ...]

    def __str__(self) -> str:
        """Itself: ``str`` does not make it forget."""
        return self


def phrase(text: str, *args: object) -> Phrase:
    """A sentence for people: a plain string literal, which the catalogue's update collects.

    ``args`` may be sentences or refusals themselves.
    """
    made = Phrase(fill(text, tuple(str(arg) for arg in args)))
    made.text, made.args = text, args
    return made
