"""Whether the acts of a customer's visit are possible in a branch."""

from collections.abc import Iterator

from shared.domain.errors import RuleRefused
from shared.domain.phrase import phrase
from shared.domain.refused import NeedTwice, TooManyItems, TooManyNeeds
from shared.domain.rules import Rules
from simulator.model.act import Act, ActKind
from simulator.model.customer import WALK_IN, Customer


def act_problems(rules: Rules, customer: Customer) -> Iterator[str | RuleRefused]:
    """What is wrong, one sentence each."""
    kinds = {act.kind for act in customer.acts}
    if customer.booked_us != WALK_IN and kinds & {ActKind.ITEMS, ActKind.NEED}:
        yield phrase(
            "An appointment is for one service and one transaction. Remove items and need."
        )
    for act in customer.acts:
        try:
            _refuse(rules, customer, act)
        except RuleRefused as refusal:
            yield refusal
    needs = [customer.service, *(a.what for a in customer.acts if a.kind is ActKind.NEED)]
    if len(needs) > rules.visit.needs_max:
        yield TooManyNeeds(len(needs), rules.visit.needs_max)
    for need in sorted({n for n in needs if needs.count(n) > 1}):
        yield NeedTwice(need)


def _refuse(rules: Rules, customer: Customer, act: Act) -> None:
    """The refusal that the branch itself would give."""
    if act.kind in (ActKind.SEND, ActKind.NEED):
        rules.offered(act.what, customer.segment)
    elif act.kind is ActKind.HOLD:
        rules.visit.pool(act.what)
    elif act.kind is ActKind.ITEMS and int(act.what) > rules.visit.items_max:
        raise TooManyItems(int(act.what), rules.visit.items_max)
