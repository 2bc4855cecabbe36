"""Servers with a fault on purpose: the torture must notice each of them.

`python3 dev.py torture --only sqlite --mutant NAME`, with the exit code 1.
"""

from collections.abc import Callable
from typing import Any, Final


def forget_keys() -> None:
    """Answers are not looked up: a repeated command is carried out again."""
    from shared.store.unit_of_work import UnitOfWork

    def nothing(_work: object, _keys: object) -> dict[Any, Any]:
        return {}

    put(UnitOfWork, "kept_answers", nothing)
    put(UnitOfWork, "keep_answers", nothing)


def answer_early() -> None:
    """People are answered before the commit: what fails in between is lost."""
    from shared.store.group import Group

    decide, answer = Group.decide, Group.answer

    def early(group: Any, *given: Any) -> None:
        decide(group, *given)
        answer(group)
        group._came.clear()

    put(Group, "decide", early)


def put(place: object, name: str, fault: Callable[..., Any]) -> None:
    """In the place of the product's own."""
    setattr(place, name, fault)


MUTANTS: Final[dict[str, Callable[[], None]]] = {
    "forget-keys": forget_keys,
    "answer-early": answer_early,
}
