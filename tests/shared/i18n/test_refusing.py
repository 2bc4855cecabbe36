"""A refusal names states and doings in words of the language, never in names of the code."""

import re
from pathlib import Path

import pytest

from shared.domain.appointment import AppointmentState
from shared.domain.case import CaseState
from shared.domain.errors import TicketStateWrong
from shared.domain.refused import AppointmentStateWrong
from shared.domain.ticket import TicketState
from shared.i18n import error_sentence
from shared.i18n.refusing import doing_word, state_word

DOMAIN = Path(__file__).parents[3] / "shared" / "domain"
STATES = sorted({*map(str, TicketState), *map(str, AppointmentState), *map(str, CaseState)})
SAID = re.compile(r'(?:in_state|refuse_unless_active|= booked|StateWrong)\([^"]*?"([a-z ]+)"')
#: Where tickets and appointments live; cases have words of their own.
SOURCES = [p for p in DOMAIN.glob("*.py") if not p.name.startswith("case")]
#: What the domain says could not be done.
DOINGS = sorted({d for p in SOURCES for d in SAID.findall(p.read_text("utf-8"))})
LATIN = re.compile("[A-Za-z_]")


def test_the_domain_refuses_many_doings() -> None:
    assert len(DOINGS) >= 20


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words(state: str) -> None:
    assert not LATIN.search(state_word(state, "zh"))
    assert "_" not in state_word(state, "en")


@pytest.mark.parametrize("doing", DOINGS)
def test_every_doing_has_words(doing: str) -> None:
    assert not LATIN.search(doing_word(doing, "zh"))
    assert doing_word(doing, "en") == doing


def test_a_teller_reads_chinese() -> None:
    wrong = TicketStateWrong("A001", "waiting", "recalled")
    assert (
        error_sentence(wrong, "zh") == "A001 号票的状态是等候中，不能重呼。请刷新列表后重新选择。"
    )


def test_a_customer_reads_no_name_of_the_code() -> None:
    wrong = AppointmentStateWrong("no_show", "checked in")
    assert error_sentence(wrong, "en") == (
        "This appointment is missed, so it cannot be checked in. "
        "Take a ticket, or book another time."
    )
    assert error_sentence(wrong, "zh") == (
        "该预约的状态是 已过时未到，不能执行 签到。请现场取号，或另约时间。"
    )
