"""The answer to a command that is still to come, and why there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True)
class Failure:
    """Why a command was refused: stable code, one sentence in the language of the program.

    ``is_unreachable``: the server did not answer within the patience; whether the command was
    carried out is not known. ``is_undecided``: so, or the server failed; it has not said no.
    ``params`` are what the sentence mentions, for a surface that says it
    in another language (``shared.client.refusal.sentence_in``).
    """

    code: str
    sentence: str
    is_unreachable: bool = False
    params: tuple[str, ...] = ()
    is_undecided: bool = False


class Reply(QObject):
    """The answer to come: exactly one of ``done(answer)`` and ``failed(Failure)``, once."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """An open reply."""
        super().__init__(parent)
        self.is_finished = False
        self.is_given_up = False
        self._result: object = None

    def then(
        self,
        on_done: Callable[[Any], object],
        on_failed: Callable[[Failure], object] | None = None,
    ) -> "Reply":
        """Call one of the two when the answer comes, or at once if it is there already."""
        if not self.is_finished:
            self.done.connect(on_done)
            if on_failed is not None:
                self.failed.connect(on_failed)
        elif not isinstance(self._result, Failure):
            on_done(self._result)
        elif on_failed is not None:
            on_failed(self._result)
        return self

    def give_up(self) -> None:
        """Nobody wants the answer any more; it may come all the same."""
        self.is_given_up = True

    def settle(self, result: object) -> None:
        """Finish with an answer or a ``Failure``; only the first one counts."""
        if self.is_finished:
            return
        self.is_finished = True
        self._result = result
        if isinstance(result, Failure):
            self.failed.emit(result)
        else:
            self.done.emit(result)
