"""The order of precedence against a naive oracle, on random halls with every kind of claim."""

from hypothesis import given, settings

from shared.dispatch import layout as col
from shared.dispatch.select import advance, is_passed_over
from shared.dispatch.standing import F_HAS_OWN, F_TURN
from tests.shared.dispatch.halls import Scene, choose, scenes

TURNS = ("normal", "longest", "score")


@settings(max_examples=120)
@given(scenes())
def test_the_choice_and_its_reason_are_the_oracles(scene: Scene) -> None:
    found, wanted = choose(scene), scene.oracle.verdict()
    assert (found.row, found.reason) == (wanted.row, wanted.reason)
    assert TURNS[found.facts[F_TURN]] == wanted.turn


@settings(max_examples=120)
@given(scenes())
def test_whoevers_claim_was_passed_the_reason_names_a_higher_level(scene: Scene) -> None:
    found = choose(scene)
    if found.row < 0:
        return
    called = scene.hall[found.row]
    assert scene.oracle.is_kept(called, found.reason, found.why_not)


@settings(max_examples=60)
@given(scenes())
def test_each_passed_over_ticket_is_told_the_level_at_which_it_fell_out(scene: Scene) -> None:
    found, wanted = choose(scene), scene.oracle.verdict()
    by_score = {"score": "highest_score", "seniority": "highest_score"}
    overload = {"longest": "overload_first", "score": "overload_turn"}.get(wanted.turn, "")
    assert found.why_not == {
        i: overload if lost.startswith("overload") else by_score.get(lost, lost.partition(" ")[0])
        for i, lost in wanted.lost.items()
    }


@settings(max_examples=60)
@given(scenes())
def test_overtaken_is_who_was_senior_and_eligible(scene: Scene) -> None:
    found, oracle = choose(scene), scene.oracle
    if found.row < 0:
        return
    called = scene.hall[found.row]
    passed = [
        t
        for t in scene.hall
        if is_passed_over(t, called, scene.counter, found.facts[F_HAS_OWN], scene.now_us)
    ]
    assert passed == [t for t in oracle.eligible() if oracle.came(t) < oracle.came(called)]


@settings(max_examples=60)
@given(scenes())
def test_nobody_capped_is_overtaken_but_by_a_higher_level(scene: Scene) -> None:
    """The cap in the words of the guarantee, with nothing of the order in it."""
    found, oracle = choose(scene), scene.oracle
    if found.row < 0 or found.facts[F_TURN]:
        return
    called = scene.hall[found.row]
    above = (oracle.is_bound(called), oracle.is_over(called))
    for t in oracle.eligible():
        if oracle.is_capped(t) and oracle.came(t) < oracle.came(called):
            assert above > (oracle.is_bound(t), oracle.is_over(t))


@settings(max_examples=60)
@given(scenes())
def test_a_call_moves_the_ratio_state_on_as_counted_by_hand(scene: Scene) -> None:
    found, oracle = choose(scene), scene.oracle
    if found.row < 0:
        return
    called, state = scene.hall[found.row], list(scene.state)
    advance(called, scene.house, scene.ratios, state, found.facts)
    if found.facts[F_TURN]:
        assert state[0] == (scene.state[0] + 1) % scene.house[col.H_OVERLOAD_ONE_IN]
    else:
        assert state[0] == scene.state[0]
    for rule in {row[col.R_RULE] for row in scene.ratios}:
        numbers = [g for g, row in enumerate(scene.ratios) if row[col.R_RULE] == rule]
        before = [scene.state[1 + g] for g in numbers]
        after = [state[1 + g] for g in numbers]
        shares = [scene.ratios[g][col.R_SHARE] for g in numbers]
        assert all(0 <= count <= share for count, share in zip(after, shares, strict=True))
        if oracle.has_turn(called, rule):
            assert sum(after) == sum(before) + 1
        elif after != before:
            assert sum(after) == 1
            assert not any(oracle.has_turn(t, rule) for t in oracle.eligible())
