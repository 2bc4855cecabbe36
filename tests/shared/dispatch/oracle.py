"""The order of precedence once more, naively: lists filtered level by level, nothing shared.

Written from the order itself (bound > overload > maximum wait > overtaking cap > appointment >
ratio > score > seniority), not from ``shared.dispatch``, whose column numbers are all it takes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shared.dispatch import layout as col

Row = Sequence[int]
Table = Sequence[Row]
RANKS = ("bound", "overload", "max_wait", "cap", "appointment", "ratio", "score", "seniority")
OVERLOAD = {"overload_first": "overload", "overload_turn": "overload"}
BY_SCORE = ("highest_score", "most_senior")


@dataclass
class Verdict:
    """Whom the counter takes; ``lost`` says for each of the others at which level it fell out."""

    row: int
    reason: str
    turn: str = "normal"
    lost: dict[int, str] = field(default_factory=dict)


@dataclass
class Oracle:
    """The rules of a hall at one counter and one moment."""

    hall: Table
    counter: Row
    policy: Table
    house: Row
    ratios: Table
    state: Row
    now_us: int

    # ------------------------------------------------------------ who may be called

    def is_own(self, t: Row) -> bool:
        return self.is_here(t, col.C_SERVICES, col.C_SEGMENTS)

    def is_here(self, t: Row, services: int, segments: int) -> bool:
        takes = self.counter[services] & 2 ** t[col.T_SERVICE]
        takes = takes and self.counter[segments] & 2 ** t[col.T_SEGMENT]
        mine = t[col.T_COUNTER] in (-1, self.counter[col.C_INDEX])
        return bool(takes) and mine and t[col.T_PERSON] in (-1, self.counter[col.C_PERSON])

    def eligible(self) -> list[Row]:
        own = [t for t in self.hall if self.is_own(t)]
        return own or [
            t
            for t in self.hall
            if self.is_here(t, col.C_OVER_SERVICES, col.C_OVER_SEGMENTS)
            and self.waited_us(t) >= self.counter[col.C_OVER_AFTER_US]
        ]

    # ------------------------------------------------------------ claims

    def waited_us(self, t: Row) -> int:
        return self.now_us - t[col.T_SENIOR_US]

    def is_bound(self, t: Row) -> bool:
        return t[col.T_CONTINUES] == 1 and (t[col.T_COUNTER], t[col.T_PERSON]) != (-1, -1)

    def is_over(self, t: Row) -> bool:
        limit_us = self.policy[t[col.T_CLASS]][col.P_MAX_WAIT_US]
        return limit_us != -1 and self.waited_us(t) >= limit_us

    def is_capped(self, t: Row) -> bool:
        cap = self.policy[t[col.T_CLASS]][col.P_CAP]
        return cap != -1 and t[col.T_OVERTAKEN] >= cap

    def is_due(self, t: Row) -> bool:
        after_us = self.house[col.H_APPOINTMENT_US]
        return -1 not in (after_us, t[col.T_DUE_US]) and self.now_us - t[col.T_DUE_US] >= after_us

    def has_turn(self, t: Row, rule: int) -> bool:
        groups = [
            (row, calls)
            for row, calls in zip(self.ratios, self.state[col.S_GROUPS :], strict=True)
            if row[col.R_RULE] == rule
            and row[col.R_SERVICES] & 2 ** t[col.T_SERVICE]
            and row[col.R_SEGMENTS] & 2 ** t[col.T_SEGMENT]
        ]
        return bool(groups) and groups[0][1] < groups[0][0][col.R_SHARE]

    def points(self, t: Row) -> int:
        base, growth, weight = self.policy[t[col.T_CLASS]][:3]
        points = base * col.MINUTE_US + growth * self.waited_us(t)
        if weight == 0:
            return points
        speed = self.counter[col.C_SPEED + t[col.T_SERVICE]]
        return points // 1000 * (weight * speed // 1000)

    def came(self, t: Row) -> tuple[int, int]:
        return t[col.T_SENIOR_US], t[col.T_ORDER]

    def turn(self, able: list[Row]) -> str:
        _, rule, share, least, one_in = self.house
        over = [t for t in able if self.is_over(t)]
        if rule == 0 or len(over) < least or len(over) / len(able) < share / 1000:
            return "normal"
        return {1: "longest", 2: "score"}.get(
            rule, "score" if self.state[col.S_TURN] + 1 >= one_in else "longest"
        )

    # ------------------------------------------------------------ the order

    def levels(self, turn: str) -> list[tuple[str, Callable[[Row, list[Row]], bool]]]:
        """Each level: its name, and who of those that are left stays for the next one."""
        limits = [
            ("max_wait", lambda t, _: self.is_over(t)),
            (
                "cap",
                lambda t, left: (
                    any(map(self.is_capped, left))
                    and all(self.came(c) >= self.came(t) for c in left if self.is_capped(c))
                ),
            ),
        ]
        rules = sorted({row[col.R_RULE] for row in self.ratios})
        by_score = [
            ("appointment", lambda t, _: self.is_due(t)),
            *((f"ratio {r}", lambda t, _, r=r: self.has_turn(t, r)) for r in rules),
            ("score", lambda t, left: self.points(t) == max(map(self.points, left))),
        ]
        shown = {"normal": limits + by_score, "longest": [], "score": by_score}[turn]
        first = ("seniority", lambda t, left: self.came(t) == min(map(self.came, left)))
        return [("bound", lambda t, _: self.is_bound(t)), *shown, first]

    def verdict(self) -> Verdict:
        """Filter level by level until one is left."""
        able = left = self.eligible()
        if not able:
            return Verdict(-1, "nobody_waiting")
        turn = self.turn(able)
        lost: dict[int, str] = {}
        for name, stays in self.levels(turn):
            kept = [t for t in left if stays(t, left)] or left
            level = name if turn == "normal" or name == "bound" else f"overload {name}"
            lost |= {self.hall.index(t): level for t in left if t not in kept}
            left = kept
        (called,) = left
        found = Verdict(self.hall.index(called), "", turn, lost)
        found.reason = self.reason(able, called, found)
        return found

    def reason(self, able: list[Row], called: Row, found: Verdict) -> str:
        """What turned the choice away from the score's, or above a claim that was passed."""
        if len(able) == 1:
            return "only_one"
        decided = sorted(rank(level) for level in found.lost.values())
        if found.turn != "normal":
            name = "overload_first" if found.turn == "longest" else "overload_turn"
            return "bound" if decided[0] == (0, 0) else name
        by_score = max(able, key=lambda t: (self.points(t), [-came for came in self.came(t)]))
        level = rank(found.lost.get(self.hall.index(by_score), "score"))
        passed = [rank(name) for t in able for name in self.passed_claims(t, called)]
        if passed and min(passed) <= level:
            level = decided[0]
        if level[0] < RANKS.index("score"):
            return RANKS[level[0]]
        return "most_senior" if called == min(able, key=self.came) else "highest_score"

    def passed_claims(self, t: Row, called: Row) -> list[str]:
        """The claims of a ticket that the called one does not have."""
        rules = {row[col.R_RULE] for row in self.ratios}
        claims = {
            "bound": self.is_bound(t) and not self.is_bound(called),
            "max_wait": self.is_over(t) and not self.is_over(called),
            "cap": self.is_capped(t) and self.came(t) < self.came(called),
            "appointment": self.is_due(t) and not self.is_due(called),
        } | {f"ratio {r}": self.has_turn(t, r) and not self.has_turn(called, r) for r in rules}
        return [name for name, holds in claims.items() if holds]

    # ------------------------------------------------------------ the promise

    def is_kept(self, called: Row, reason: str, why_not: dict[int, str]) -> bool:
        """Whether every claim passed over gave way to a higher level, which the reason names.

        ``why_not`` names the level for each of the hall that was passed over.
        """
        for t in self.eligible():
            if t is called or t == called:
                continue
            for claim in self.passed_claims(t, called):
                if not is_above(reason, claim):
                    return False
                number = self.hall.index(t)
                if number in why_not and not is_above(why_not[number], claim):
                    return False
        return True


def rank(level: str) -> tuple[int, int]:
    """A level's place in the order, and the rule's where it is a ratio."""
    name, _, number = level.removeprefix("overload ").partition(" ")
    if level.startswith("overload "):
        return RANKS.index("overload"), 0
    return RANKS.index(name), int(number or 0)


def is_above(reason: str, claim: str) -> bool:
    """Whether a reason names a level above the claim; of ratio rules the first stands highest."""
    if reason in (*BY_SCORE, "only_one"):
        return False
    mine, theirs = rank(OVERLOAD.get(reason, reason)), rank(claim)
    if mine[0] == theirs[0] == RANKS.index("ratio"):
        return theirs[1] > 0
    return mine[0] < theirs[0]
