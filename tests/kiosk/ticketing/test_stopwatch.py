"""Moments of a ticket."""

from kiosk.ticketing.stopwatch import KEPT, Stopwatch


def test_the_tap_belongs_to_the_ticket_that_it_led_to() -> None:
    clock = iter([100, 200, 300])
    watch = Stopwatch(lambda: next(clock))
    told: list[tuple[str, str, int]] = []
    watch.marked.connect(lambda *moment: told.append(moment))
    watch.tap()
    watch.ticket_came("t1")
    watch.mark("number_shown", "t1")
    watch.mark("first_byte", "t1", 250)
    watch.ticket_came("t2")  # no tap led here
    assert watch.of("t1") == {"tap": 100, "number_shown": 200, "first_byte": 250}
    assert watch.of("t2") == {}
    assert told == [("tap", "t1", 100), ("number_shown", "t1", 200), ("first_byte", "t1", 250)]


def test_a_long_day_does_not_fill_the_memory() -> None:
    watch = Stopwatch()
    for number in range(KEPT + 10):
        watch.mark("printed", f"t{number}")
    assert watch.of("t9") == {}
    assert list(watch.of("t10")) == ["printed"]
