"""What is told of a forecast: put right plainly, not when too old; what other ways save."""

import pytest

from shared.rollout.columns import FAR
from shared.rollout.windows.conformal import Raw
from shared.rollout.windows.quoted import Foretold, Quoted
from shared.services.lobby import Lobby
from shared.services.quoting import OFF_BY_MAX, forecast_view, present_window, told_now
from shared.services.triage import triage
from tests.support.lobby import MINUTE_US, issued, open_lobby
from tests.support.server import morning

NOW_US = morning().now_us()
WINDOW = Raw(NOW_US + 5 * MINUTE_US, NOW_US + 12 * MINUTE_US, NOW_US + 20 * MINUTE_US)


def foretold(lobby: Lobby, window: Raw | None = WINDOW, raw: Raw = WINDOW) -> Foretold:
    """A quote for ordinary cash customers with two people ahead, each worth four minutes."""
    quoted = Quoted(raw, window, 2, 4 * MINUTE_US, NOW_US + 12 * MINUTE_US)
    hours = {
        "cash": (
            (NOW_US + 30 * MINUTE_US, 6 * MINUTE_US),
            (NOW_US + 60 * MINUTE_US, 2 * MINUTE_US),
            (NOW_US + 90 * MINUTE_US, 2 * MINUTE_US),
        )
    }
    return Foretold(
        "renmin", lobby.branch.sequence, NOW_US, {("cash", "ordinary"): quoted}, hours=hours
    )


def told(lobby: Lobby, given: Foretold | None, ahead: int) -> tuple[int, int, int] | None:
    found = told_now(lobby.branch, given, "cash", "ordinary", ahead, NOW_US)
    return None if found is None else (found.from_us, found.likely_us, found.until_us)


def test_the_window_is_told_as_it_is_or_moved_by_who_came_since() -> None:
    lobby = open_lobby()
    assert told(lobby, foretold(lobby), 2) == WINDOW
    assert told(lobby, foretold(lobby), 4) == tuple(at + 8 * MINUTE_US for at in WINDOW)
    # two people fewer: nothing lies before now
    earlier = (NOW_US, NOW_US + 4 * MINUTE_US, NOW_US + 12 * MINUTE_US)
    assert told(lobby, foretold(lobby), 0) == earlier


@pytest.mark.parametrize("ahead", [2 + OFF_BY_MAX + 1])
def test_where_too_much_has_happened_nothing_is_told(ahead: int) -> None:
    lobby = open_lobby()
    assert told(lobby, foretold(lobby), ahead) is None
    assert told(lobby, None, 2) is None
    assert told(lobby, foretold(lobby, window=None), 2) is None


def test_a_counter_that_stood_by_then_may_be_taken_now() -> None:
    lobby = open_lobby()
    given = foretold(lobby, Raw(NOW_US, NOW_US, NOW_US), Raw(NOW_US, NOW_US, NOW_US))
    assert told(lobby, given, 2) == (NOW_US, NOW_US, NOW_US)
    issued(lobby, NOW_US)
    assert told(lobby, given, 2) is None


def test_who_waits_is_told_whole_minutes_that_hold_the_window() -> None:
    lobby = open_lobby()
    waiting = {"x": Raw(NOW_US + 90_000_000, NOW_US + 200_000_000, NOW_US + 301_000_000)}
    given = Foretold("renmin", 1, NOW_US, {}, waiting=waiting, numbers={"x": "A001"})
    found = present_window(given, "x", NOW_US)
    assert found is not None
    minutes = [at.minute for at in (found.earliest_at, found.likely_at, found.latest_at)]
    assert minutes == [31, 33, 36]
    assert present_window(given, "y", NOW_US) is None
    assert present_window(None, "x", NOW_US) is None
    assert [each.number for each in forecast_view(given).waiting] == ["A001"]
    assert forecast_view(foretold(lobby)).quotes[0].wait_s == 720


def test_a_machine_and_another_hour_are_offered_with_what_they_save() -> None:
    lobby = open_lobby()
    found = triage(lobby, NOW_US, "cash", "ordinary", [], foretold(lobby))
    saved = {offer.way: offer.saves_min for offer in found.offers}
    # a machine counts as free; both take the usual time of the service there
    assert saved["machine"] is not None
    assert saved["machine"] >= 5
    assert [offer.way for offer in found.offers if offer.is_recommended] == ["machine"]
    without = triage(lobby, NOW_US, "cash", "ordinary", [])
    assert [offer.way for offer in without.offers] == ["counter"]


def test_an_unknown_end_is_never_told() -> None:
    lobby = open_lobby()
    raw = Raw(WINDOW.low_us, FAR, FAR)
    assert told(lobby, foretold(lobby, window=None, raw=raw), 2) is None
