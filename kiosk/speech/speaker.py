"""The port to a voice that says any sentence; and the one of a machine that has none."""

from PySide6.QtCore import QObject, Signal

from shared.i18n import LANGUAGES


class Speaker(QObject):
    """Says one text at a time; the next one cuts it off.

    ``finished(True)`` after it was heard, ``False`` if it was not; nothing after ``stop``.
    ``languages``: in which of ours it speaks.
    """

    finished = Signal(bool)
    languages: frozenset[str] = frozenset()

    @property
    def speaks_all(self) -> bool:
        """Whether a customer can hear every page in the language that stands first."""
        return self.languages >= frozenset(LANGUAGES)

    def say(self, text: str, language: str, volume_percent: int) -> None:
        """Begin to speak; ``finished`` follows later, never from inside this call."""
        raise NotImplementedError

    def stop(self) -> None:
        """Be quiet at once."""


class NoSpeaker(Speaker):
    """Nothing speaks here, so nothing is offered."""

    def say(self, text: str, language: str, volume_percent: int) -> None:
        """Nobody asks for it: no page offers it."""
