import pytest

from kiosk.printing.status import PrinterState, is_status, read_state, state_of
from kiosk.printing.virtual.state import NAMED_STATES

FINE = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        (FINE, PrinterState.OK),
        (FINE | {4: 0x1E}, PrinterState.NEAR_END),
        (FINE | {1: 0x1A, 2: 0x32, 4: 0x7E}, PrinterState.PAPER_OUT),
        (FINE | {4: 0x72}, PrinterState.PAPER_OUT),
        (FINE | {1: 0x1A, 2: 0x16}, PrinterState.COVER_OPEN),
        (FINE | {1: 0x1A, 2: 0x36, 4: 0x7E}, PrinterState.COVER_OPEN),
        (FINE | {1: 0x1A, 2: 0x52, 3: 0x1A}, PrinterState.ERROR),
        (FINE | {3: 0x32}, PrinterState.ERROR),
        (FINE | {1: 0x1A}, PrinterState.ERROR),
        ({}, PrinterState.UNKNOWN),
        ({1: 0x12, 2: 0x12, 3: 0x12}, PrinterState.UNKNOWN),
        ({1: 0x1A, 2: 0x16}, PrinterState.COVER_OPEN),
    ],
)
def test_state_from_the_answers(answers: dict[int, int], state: PrinterState) -> None:
    assert state_of(answers) is state


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("ok", PrinterState.OK),
        ("near_end", PrinterState.NEAR_END),
        ("paper_out", PrinterState.PAPER_OUT),
        ("cover_open", PrinterState.COVER_OPEN),
        ("error", PrinterState.ERROR),
        ("silent", PrinterState.UNKNOWN),
    ],
)
def test_the_virtual_printer_speaks_the_same_language(name: str, state: PrinterState) -> None:
    asked: list[bytes] = []
    virtual = NAMED_STATES[name]
    assert read_state(asked.append, lambda _: virtual.answer(asked[-1][2])) is state


def test_silence_ends_the_questions_at_once() -> None:
    asked: list[bytes] = []
    limits: list[float] = []

    def read(limit_s: float) -> bytes:
        limits.append(limit_s)
        return b""

    assert read_state(asked.append, read) is PrinterState.UNKNOWN
    assert asked == [b"\x10\x04\x01"]
    assert limits == [0.3]


def test_other_bytes_are_no_answer() -> None:
    assert [byte for byte in (0x00, 0x11, 0x13, 0x0F, 0x92, 0x12, 0x7E) if is_status(byte)] == [
        0x12, 0x7E,
    ]  # fmt: skip
    assert read_state(lambda _: None, lambda _: b"\x11\x13") is PrinterState.UNKNOWN
    assert read_state(lambda _: None, lambda _: b"\x11\x12") is PrinterState.OK


def test_flow_control_between_the_answers_is_skipped() -> None:
    came = iter([b"\x13", b"\x11", b"\x12", b"\x12", b"\x12", b"\x11", b"\x1e"])
    assert read_state(lambda _: None, lambda _: next(came)) is PrinterState.NEAR_END


def test_only_the_first_answer_is_waited_for_longer() -> None:
    limits: list[float] = []

    def read(limit_s: float) -> bytes:
        limits.append(limit_s)
        return b"\x12"

    assert read_state(lambda _: None, read, limit_s=3.0) is PrinterState.OK
    assert limits == [3.0, 0.3, 0.3, 0.3]


@pytest.mark.parametrize("state", PrinterState)
def test_no_state_is_both_ready_and_blocked_and_only_unknown_is_neither(
    state: PrinterState,
) -> None:
    assert state.is_ready + state.is_blocked == (state is not PrinterState.UNKNOWN)
