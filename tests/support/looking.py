"""Who looks ahead, in the test's own process, and ways to break the line to them."""

import threading

from shared.server.forecasting.asking import Answer, Asked, Look, Suppose
from shared.server.forecasting.looker import Looker


class NearLine:
    """A line to a looker in this process. ``breaks``: so many questions go unanswered first.

    While ``may_go`` is clear nothing is answered.
    """

    def __init__(self, breaks: int = 0) -> None:
        self.looker = Looker()
        self.breaks = breaks
        self.asked: list[Asked] = []
        self.is_closed = False
        self.may_go = threading.Event()
        self.may_go.set()

    def say(self, asked: Asked) -> None:
        self.asked.append(asked)
        assert self.looker.hear(asked) is None

    def ask(self, asked: Look | Suppose) -> Answer:
        self.may_go.wait(30)
        self.asked.append(asked)
        if self.breaks:
            self.breaks -= 1
            raise EOFError
        answer = self.looker.hear(asked)
        assert answer is not None
        return answer

    def close(self) -> None:
        self.is_closed = True
