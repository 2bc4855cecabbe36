"""Compiled code takes every index as it is: nothing in the kernel may count from the end."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from shared.rollout import many, run
from tests.simulator.agreement.engines import compare_cases


class FromTheFront(np.ndarray[Any, Any]):
    """An array that refuses an index below zero, and one beyond its end."""

    def __getitem__(self, key: Any) -> Any:
        self._check(key)
        return super().__getitem__(key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._check(key)
        super().__setitem__(key, value)

    def _check(self, key: Any) -> None:
        for one in key if isinstance(key, tuple) else (key,):
            assert not isinstance(one, int | np.integer) or one >= 0, f"index {key}"


def checked(given: Any) -> Any:
    """These arguments with arrays that refuse such an index."""
    if isinstance(given, np.ndarray):
        return given.view(FromTheFront)
    if isinstance(given, tuple) and hasattr(given, "_fields"):
        return type(given)(*(checked(one) for one in given))
    return given


class Plain:
    """The kernel as Python runs it."""

    def load(self, arguments: Sequence[Any]) -> None:
        """Nothing is compiled."""

    def live_days(self, *given: Any) -> None:
        many.live_days(*(checked(one) for one in given))


def test_no_index_is_below_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "machine", Plain)
    compared = compare_cases(range(24), most=40)
    assert compared.differences == []
    assert len(compared.kinds) > 20
