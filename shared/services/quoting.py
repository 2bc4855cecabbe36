"""What people are told of the forecast: on the ticket, at the kiosk, on the board, on the phone.

Issuing never waits for a forecast: it takes the newest one there is. Where people have come or gone
since, that is put right plainly (so many more ahead, so much later each); where too much has
happened nothing is told.
"""

from typing import Final

from shared.dispatch.layout import MINUTE_US
from shared.domain.branch import Branch
from shared.domain.event import Event, whole
from shared.domain.promise import Told, promise_event
from shared.protocol.event import to_datetime
from shared.protocol.forecast import ComingHour, Expected, ForecastView, Quote, Window
from shared.rollout.windows.at_once import is_called_at_once
from shared.rollout.windows.conformal import Raw
from shared.rollout.windows.quoted import METHOD, Foretold, Quoted
from shared.services.lobby import Lobby

#: With more people come or gone since than this, a quote is not put right but left out.
OFF_BY_MAX: Final = 5


def told_now(
    branch: Branch, foretold: Foretold | None, service: str, segment: str, ahead: int, now_us: int
) -> Told | None:
    """What a ticket of this class is promised now that has so many people ahead; None: nothing.

    Nothing to whom a counter that stands by calls at once.
    """
    quoted = None if foretold is None else foretold.quotes.get((service, segment))
    if foretold is None or quoted is None or quoted.window is None or service in branch.suspended:
        return None
    which = branch.rules.service_index[service], branch.rules.segment_index[segment]
    off_by = ahead - quoted.people_ahead
    if abs(off_by) > OFF_BY_MAX or is_called_at_once(branch, which):
        return None
    is_old = foretold.sequence != branch.sequence
    if is_old and quoted.raw.high_us <= foretold.at_us:  # a counter stood by, and is taken
        return None
    return _put_right(quoted, quoted.window, off_by * quoted.pace_us, foretold.sequence, now_us)


def _put_right(quoted: Quoted, window: Raw, later_us: int, basis: int, now_us: int) -> Told:
    low_us, middle_us, high_us = (max(at_us + later_us, now_us) for at_us in window)
    plain_us = max(quoted.plain_us + later_us, now_us)
    raw_low_us, raw_middle_us, raw_high_us = (at_us + later_us for at_us in quoted.raw)
    return Told(
        from_us=low_us,
        likely_us=middle_us,
        until_us=high_us,
        basis=basis,
        raw_us=(raw_low_us, raw_middle_us, raw_high_us),
        plain_us=plain_us,
        method=METHOD,
    )


def promised(lobby: Lobby, now_us: int, issued: Event, foretold: Foretold | None) -> list[Event]:
    """The promise that goes with this new ticket; nothing where none can be made.

    A ticket for one counter or person waits for them, which the forecast of its class does not
    know; one with an appointment has its time.
    """
    data = issued.data
    if data.keys() & {"to_counter", "to_person", "appointment"}:
        return []
    service, segment = str(data["service"]), str(data["segment"])
    branch = lobby.branch
    ahead = whole(issued, "people_ahead")
    told = told_now(branch, foretold, service, segment, ahead, branch.stamp(now_us))
    if told is None:
        return []
    return [promise_event(issued.ticket, issued.recorded_us, service, segment, told)]


def window_of(told: Event) -> Window:
    """The window of a promise, on the wire."""
    return _window(Raw(whole(told, "from_us"), whole(told, "likely_us"), whole(told, "until_us")))


def present_window(foretold: Foretold | None, ticket: str, now_us: int) -> Window | None:
    """The window of somebody who waits, as of the newest forecast, in whole minutes."""
    found = None if foretold is None else foretold.waiting.get(ticket)
    if found is None:
        return None
    early_us, likely_us, late_us = (max(at_us, now_us) for at_us in found)
    return _window(
        Raw(
            early_us - early_us % MINUTE_US,
            (likely_us + MINUTE_US // 2) // MINUTE_US * MINUTE_US,
            -(-late_us // MINUTE_US) * MINUTE_US,
        )
    )


def forecast_view(foretold: Foretold) -> ForecastView:
    """The whole forecast on the wire."""
    expected = sorted(foretold.waiting.items(), key=lambda item: item[1].middle_us)
    return ForecastView(
        sequence=foretold.sequence,
        at=to_datetime(foretold.at_us),
        quotes=tuple(
            _quote(foretold, service, segment, quoted)
            for (service, segment), quoted in foretold.quotes.items()
        ),
        waiting=tuple(
            Expected(ticket=ticket, number=foretold.numbers[ticket], window=_window(raw))
            for ticket, raw in expected
        ),
        hours=tuple(
            ComingHour(service=service, begins_at=to_datetime(begins_us), wait_s=wait_us / 1e6)
            for service, hours in foretold.hours.items()
            for begins_us, wait_us in hours
        ),
        is_calibrated=foretold.is_calibrated,
        promises_learned=foretold.learned,
    )


def nothing_foretold(lobby: Lobby, now_us: int) -> ForecastView:
    """Where nobody looks ahead."""
    return ForecastView(sequence=lobby.branch.sequence, at=to_datetime(now_us))


def _quote(foretold: Foretold, service: str, segment: str, quoted: Quoted) -> Quote:
    window = quoted.window
    return Quote(
        service=service,
        segment=segment,
        window=None if window is None else _window(window),
        people_ahead=quoted.people_ahead,
        wait_s=None if window is None else (window.middle_us - foretold.at_us) / 1e6,
    )


def _window(raw: Raw) -> Window:
    early, likely, late = (to_datetime(at_us) for at_us in raw)
    return Window(earliest_at=early, likely_at=likely, latest_at=late)
