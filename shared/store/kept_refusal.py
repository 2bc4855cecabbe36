"""Refusals under an Idempotency-Key: one key has one outcome, also when that is a no.

A request that was held up on its way may arrive after its sender has been refused on another
attempt. Were the refusal not kept, it would be carried out then, against what was said.
"""

import json
from collections.abc import Iterator
from typing import Final

from shared.domain.errors import RuleRefused

#: No answer begins so: those are JSON, or empty.
MARK: Final = "!"


def kept_refusal(error: RuleRefused) -> str:
    """The refusal as it is kept in the place of an answer."""
    return MARK + json.dumps([error.code, *error.params], ensure_ascii=False)


def refusal_in(body: str) -> RuleRefused | None:
    """The refusal that is kept there; None where it is an answer, or one of a later release."""
    if not body.startswith(MARK):
        return None
    code, *params = json.loads(body.removeprefix(MARK))
    kinds = {kind.code: kind for kind in _kinds(RuleRefused)}
    return kinds.get(code, RuleRefused)(*params)


def _kinds(kind: type[RuleRefused]) -> Iterator[type[RuleRefused]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)
