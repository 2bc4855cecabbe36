"""What was before each change, and after it: undo and redo; no Qt."""

from typing import Generic, TypeVar

State = TypeVar("State")


class History(Generic[State]):
    """States one after another; a new change forgets what had been taken back."""

    def __init__(self) -> None:
        self.before: list[State] = []
        self.after: list[State] = []

    def note(self, now: State) -> None:
        """It is about to be changed by hand."""
        self.before.append(now)
        self.after.clear()

    def back(self, now: State) -> State | None:
        """As it was before the last change; None: there was none."""
        return _moved(now, self.before, self.after)

    def again(self, now: State) -> State | None:
        """As it was before it was taken back."""
        return _moved(now, self.after, self.before)

    def clear(self) -> None:
        """Something else is worked on."""
        self.before.clear()
        self.after.clear()


def _moved(now: State, source: list[State], target: list[State]) -> State | None:
    if not source:
        return None
    target.append(now)
    return source.pop()
