"""Servers with a fault on purpose: the torture must notice each of them.

`python3 dev.py torture --only sqlite --mutant NAME`, with the exit code 1.
"""

from collections.abc import Callable
from typing import Any, Final


def forget_keys() -> None:
    """Answers are not looked up: a repeated command is carried out again."""
    from shared.store import unit_of_work

    def nothing(_work: object, _keys: object) -> dict[Any, Any]:
        return {}

    unit_of_work.UnitOfWork.kept_answers = nothing  # type: ignore[method-assign,assignment]
    unit_of_work.UnitOfWork.keep_answers = nothing  # type: ignore[method-assign,assignment]


def answer_early() -> None:
    """People are answered before the commit: what is killed in between is lost."""
    from shared.store import group

    decide = group.Group.decide

    def early(self: Any, work: Any, lobby: Any, prev_hash: str) -> None:
        decide(self, work, lobby, prev_hash)
        answers, self._answers = self._answers, []
        for answer in answers:
            answer()

    group.Group.decide = early  # type: ignore[method-assign]


MUTANTS: Final[dict[str, Callable[[], None]]] = {
    "forget-keys": forget_keys,
    "answer-early": answer_early,
}
