import socket
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from queue import Queue

import pytest
from PIL import Image

from kiosk.printing.address import NetworkAddress
from kiosk.printing.errors import PrinterAddressInvalid
from kiosk.printing.printer import EscPosPrinter, Printer, printer_at
from kiosk.printing.status import PrinterState
from kiosk.printing.transport import NetworkTransport
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES, VirtualState
from kiosk.printing.worker import PrintOutcome, PrintResult, PrintWorker
from tests.kiosk.printing.fake_printer import FakePrinter

SLIP = Image.new("1", (576, 300), 255)
LIMIT_S = 5.0

Start = Callable[[Callable[[], Printer]], PrintWorker]


class Listener:
    """Keeps what the worker says, in order; ``outcome`` waits for the next end of a job."""

    def __init__(self) -> None:
        self.said: list[tuple[str, ...]] = []
        self.shares: list[float] = []
        self._outcomes: Queue[PrintOutcome] = Queue()

    def started(self, job_id: str) -> None:
        self.said.append(("started", job_id))

    def progress(self, job_id: str, share: float) -> None:
        self.shares.append(share)

    def done(self, job_id: str, outcome: PrintOutcome) -> None:
        assert outcome.job_id == job_id
        self.said.append((str(outcome.result), job_id))
        self._outcomes.put(outcome)

    def outcome(self) -> PrintOutcome:
        return self._outcomes.get(timeout=LIMIT_S)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def start(listener: Listener) -> Iterator[Start]:
    """Starts workers that are stopped after the test."""
    workers: list[PrintWorker] = []

    def run(factory: Callable[[], Printer]) -> PrintWorker:
        worker = PrintWorker(
            factory, listener.done, on_started=listener.started, on_progress=listener.progress
        )
        workers.append(worker)
        return worker

    yield run
    assert [worker.close(LIMIT_S) for worker in workers] == [True] * len(workers)


def end_of(outcome: PrintOutcome) -> tuple[PrintResult, PrinterState, str | None]:
    return outcome.result, outcome.state, outcome.reason


def unpaced(printer: VirtualPrinter) -> EscPosPrinter:
    """Over real TCP, without the pauses that only slow clones need."""
    transport = NetworkTransport(NetworkAddress("127.0.0.1", printer.port))
    return EscPosPrinter(transport, pause=lambda _: None)


# ------------------------------------------------------------------ order and life


def test_jobs_are_printed_in_order_and_each_is_told(start: Start, listener: Listener) -> None:
    printer = FakePrinter()
    worker = start(lambda: printer)
    for number in range(1, 4):
        worker.submit(f"job{number}", Image.new("1", (8, number)))
    assert [listener.outcome().job_id for _ in range(3)] == ["job1", "job2", "job3"]
    assert printer.printed == [(8, 1), (8, 2), (8, 3)]
    assert listener.said == [
        ("started", "job1"), ("printed", "job1"),
        ("started", "job2"), ("printed", "job2"),
        ("started", "job3"), ("printed", "job3"),
    ]  # fmt: skip
    assert not printer.is_open


def test_progress_and_moments(start: Start, listener: Listener) -> None:
    before_ns = time.monotonic_ns()
    start(FakePrinter).submit("job", SLIP)
    outcome = listener.outcome()
    assert listener.shares == [0.0, 0.5, 1.0]
    assert outcome.first_byte_ns is not None
    assert before_ns <= outcome.submitted_ns <= outcome.first_byte_ns <= outcome.done_ns


def test_submitting_never_waits_for_the_printer(start: Start, listener: Listener) -> None:
    gate = threading.Event()

    def slow_factory() -> FakePrinter:
        assert gate.wait(LIMIT_S)
        return FakePrinter()

    worker = start(slow_factory)
    worker.submit("job", SLIP)
    assert listener.said == []
    gate.set()
    assert listener.outcome().result is PrintResult.PRINTED


def test_a_slip_can_be_drawn_in_the_thread_of_the_worker(start: Start, listener: Listener) -> None:
    drawn_in: list[str] = []

    def draw() -> Image.Image:
        drawn_in.append(threading.current_thread().name)
        return SLIP

    printer = FakePrinter()
    start(lambda: printer).submit("job", draw)
    assert listener.outcome().result is PrintResult.PRINTED
    assert drawn_in == ["print-worker"]
    assert printer.printed == [SLIP.size]


def test_closing_gives_up_what_waits_and_tells_so(start: Start, listener: Listener) -> None:
    gate, reached = threading.Event(), threading.Event()

    def draw() -> Image.Image:
        reached.set()
        assert gate.wait(LIMIT_S)
        return SLIP

    worker = start(FakePrinter)
    worker.submit("in hand", draw)
    worker.submit("waiting", SLIP)
    assert reached.wait(LIMIT_S)
    assert worker.close(0.0) is False
    gate.set()
    assert end_of(listener.outcome()) == (PrintResult.PRINTED, PrinterState.OK, None)
    assert end_of(listener.outcome()) == (
        PrintResult.FAILED, PrinterState.UNKNOWN, "print_abandoned",
    )  # fmt: skip


def test_a_job_after_closing_is_refused_without_raising(start: Start, listener: Listener) -> None:
    worker = start(FakePrinter)
    assert worker.close(LIMIT_S)
    worker.submit("late", SLIP)
    assert listener.outcome().reason == "print_abandoned"


# ------------------------------------------------------------------ failures


def test_one_refused_connection_is_tried_again(start: Start, listener: Listener) -> None:
    printer = FakePrinter(refusals=1)
    start(lambda: printer).submit("job", SLIP)
    assert listener.outcome().result is PrintResult.PRINTED
    assert (printer.opened, printer.printed) == (2, [SLIP.size])


def test_two_refused_connections_are_a_failure(start: Start, listener: Listener) -> None:
    start(lambda: FakePrinter(refusals=9)).submit("job", SLIP)
    outcome = listener.outcome()
    assert end_of(outcome) == (PrintResult.FAILED, PrinterState.OFFLINE, "printer_offline")
    assert outcome.first_byte_ns is None


def test_what_was_partly_sent_is_never_sent_again(start: Start, listener: Listener) -> None:
    printer = FakePrinter(breaks_after=0.5)
    start(lambda: printer).submit("job", SLIP)
    outcome = listener.outcome()
    assert end_of(outcome) == (PrintResult.FAILED, PrinterState.OK, "printer_connection_lost")
    assert listener.shares == [0.0, 0.5]
    assert printer.printed == []


def test_a_stalled_printer_is_asked_why(start: Start, listener: Listener) -> None:
    printer = FakePrinter(
        breaks_after=0.5, stalls=True, states=(PrinterState.OK, PrinterState.PAPER_OUT)
    )
    start(lambda: printer).submit("job", SLIP)
    assert end_of(listener.outcome()) == (
        PrintResult.FAILED, PrinterState.PAPER_OUT, "printer_stalled",
    )  # fmt: skip


def test_paper_that_ends_during_the_slip_is_a_failure(start: Start, listener: Listener) -> None:
    printer = FakePrinter(states=(PrinterState.NEAR_END, PrinterState.PAPER_OUT))
    start(lambda: printer).submit("job", SLIP)
    assert end_of(listener.outcome()) == (
        PrintResult.FAILED, PrinterState.PAPER_OUT, "printer_paper_out",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "patience_s"), [(PrinterState.OK, 3.0), (PrinterState.UNKNOWN, 0.3)]
)
def test_a_printer_that_talks_is_given_time_to_finish_before_it_answers(
    start: Start, listener: Listener, before: PrinterState, patience_s: float
) -> None:
    printer = FakePrinter(states=(before, PrinterState.OK))
    start(lambda: printer).submit("job", SLIP)
    assert listener.outcome().result is PrintResult.PRINTED
    assert printer.patience_s == [0.3, patience_s]


def test_a_bug_in_the_factory_is_told_with_each_job(
    start: Start, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Printer:
        raise ZeroDivisionError

    start(broken).submit("job", SLIP)
    assert listener.outcome().reason == "print_crashed"
    assert caplog.messages == [
        "print.no_printer",
        "print.crashed job",
        "print.failed job print_crashed",
    ]


def test_a_bad_address_fails_each_job_and_not_the_caller(start: Start, listener: Listener) -> None:
    worker = start(lambda: printer_at("nonsense"))
    for job_id in ("first", "second"):
        worker.submit(job_id, SLIP)
        assert listener.outcome().reason == PrinterAddressInvalid.code


def test_a_bug_in_drawing_is_told_and_the_next_slip_is_printed(
    start: Start, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Image.Image:
        raise ZeroDivisionError

    worker = start(FakePrinter)
    worker.submit("broken", broken)
    worker.submit("whole", SLIP)
    assert listener.outcome().reason == "print_crashed"
    assert listener.outcome().result is PrintResult.PRINTED
    assert "print.crashed broken" in caplog.messages


def test_a_bug_in_a_listener_does_not_stop_the_printing(
    listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(job_id: str) -> None:
        raise ZeroDivisionError

    worker = PrintWorker(FakePrinter, listener.done, on_started=broken)
    worker.submit("job", SLIP)
    assert listener.outcome().result is PrintResult.PRINTED
    assert worker.close(LIMIT_S)
    assert caplog.messages == ["print.listener_crashed"]


# ------------------------------------------------------------------ over real sockets


def test_the_whole_way_to_the_virtual_printer(start: Start, listener: Listener) -> None:
    with VirtualPrinter() as virtual:
        start(lambda: unpaced(virtual)).submit("job", SLIP)
        assert end_of(listener.outcome()) == (PrintResult.PRINTED, PrinterState.OK, None)
        assert virtual.wait_for_slips(1)
        assert virtual.slips[0].image.height >= SLIP.height


@pytest.mark.parametrize(
    ("name", "result", "state", "reason"),
    [
        ("near_end", PrintResult.PRINTED, PrinterState.NEAR_END, None),
        ("silent", PrintResult.UNCONFIRMED, PrinterState.UNKNOWN, "printer_silent"),
        ("paper_out", PrintResult.FAILED, PrinterState.PAPER_OUT, "printer_paper_out"),
        ("cover_open", PrintResult.FAILED, PrinterState.COVER_OPEN, "printer_cover_open"),
        ("error", PrintResult.FAILED, PrinterState.ERROR, "printer_error"),
    ],
)
def test_each_condition_of_the_printer(
    start: Start,
    listener: Listener,
    name: str,
    result: PrintResult,
    state: PrinterState,
    reason: str | None,
) -> None:
    with VirtualPrinter(state=NAMED_STATES[name]) as virtual:
        start(lambda: unpaced(virtual)).submit("job", SLIP)
        outcome = listener.outcome()
        assert end_of(outcome) == (result, state, reason)
        assert virtual.wait_for_slips(0 if outcome.is_failed else 1)
        assert len(virtual.slips) == (0 if outcome.is_failed else 1)


def test_a_printer_that_is_off_is_known_within_three_seconds(
    start: Start, listener: Listener
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed_at_once:
        port = closed_at_once.getsockname()[1]
    start(lambda: printer_at(f"tcp://127.0.0.1:{port}")).submit("job", SLIP)
    outcome = listener.outcome()
    assert end_of(outcome) == (PrintResult.FAILED, PrinterState.OFFLINE, "printer_offline")
    assert outcome.done_ns - outcome.submitted_ns < 3_000_000_000


def test_a_connection_that_drops_in_the_middle(start: Start, listener: Listener) -> None:
    state = VirtualState(drop_after_bytes=10_000)
    with VirtualPrinter(state=state) as virtual:
        start(lambda: unpaced(virtual)).submit("job", Image.new("1", (576, 1200)))
        outcome = listener.outcome()
    assert (outcome.result, outcome.reason) == (PrintResult.FAILED, "printer_connection_lost")
    assert outcome.first_byte_ns is not None
    assert virtual.slips == []
    assert [slip.is_cut for slip in virtual.torn] == [False]


def test_the_printer_comes_back_and_the_next_slip_is_printed(
    start: Start, listener: Listener
) -> None:
    with VirtualPrinter(state=NAMED_STATES["paper_out"]) as virtual:
        worker = start(lambda: unpaced(virtual))
        worker.submit("without paper", SLIP)
        assert listener.outcome().is_failed
        virtual.set_state(VirtualState())
        worker.submit("with paper", SLIP)
        assert listener.outcome().result is PrintResult.PRINTED


# ------------------------------------------------------------------ how the printer is meanwhile


def test_an_idle_printer_is_asked_how_it_is_and_only_news_is_told() -> None:
    states = (PrinterState.OK, PrinterState.OK, PrinterState.PAPER_OUT, PrinterState.UNKNOWN)
    printer = FakePrinter(states=states)
    told: Queue[tuple[PrinterState, bool]] = Queue()
    worker = PrintWorker(
        lambda: printer, lambda *_: None, on_state=lambda *said: told.put(said), watch_s=0.01
    )
    try:
        assert [told.get(timeout=LIMIT_S) for _ in range(3)] == [
            (PrinterState.OK, True),
            (PrinterState.PAPER_OUT, True),
            (PrinterState.UNKNOWN, True),
        ]
    finally:
        assert worker.close(LIMIT_S)


def _same(printer: Printer) -> Printer:
    return printer


def _put(told: Queue[tuple[PrinterState, bool]], state: PrinterState, can_answer: bool) -> None:
    told.put((state, can_answer))


def test_a_printer_that_is_away_or_cannot_answer_is_never_fine() -> None:
    for printer, expected in (
        (FakePrinter(refusals=1000), (PrinterState.OFFLINE, True)),
        (FakePrinter(can_answer=False), (PrinterState.UNKNOWN, False)),
    ):
        told: Queue[tuple[PrinterState, bool]] = Queue()
        worker = PrintWorker(
            partial(_same, printer), lambda *_: None, on_state=partial(_put, told), watch_s=0.01
        )
        assert told.get(timeout=LIMIT_S) == expected
        assert worker.close(LIMIT_S)
        assert (printer.opened > 0) is expected[1]


def test_a_printer_that_just_takes_another_kiosks_slip_is_not_called_away() -> None:
    printer = FakePrinter(refusals=1)
    told: Queue[tuple[PrinterState, bool]] = Queue()
    worker = PrintWorker(
        partial(_same, printer), lambda *_: None, on_state=partial(_put, told), watch_s=0.01
    )
    assert told.get(timeout=LIMIT_S) == (PrinterState.OK, True)
    assert worker.close(LIMIT_S)


def test_a_text_slip_is_sent_whole(start: Start, listener: Listener) -> None:
    printer = FakePrinter()
    start(lambda: printer).submit("job", lambda: b"text")
    assert listener.outcome().result is PrintResult.PRINTED
    assert printer.printed == [(4, 0)]
