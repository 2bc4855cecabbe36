"""Plans to a real head office from the real window: handed in once, seen, refused in a sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.console.office.work import Where
from tests.simulator.console.at_console import AtConsole
from tests.support.lobby import BRANCH
from tests.support.office import OTHER, Cable, RunningOffice, running_office

CONTROL = Qt.KeyboardModifier.ControlModifier
GOOD = Path(__file__).parents[2] / "shots" / "city-roster.csv"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[RunningOffice]:
    with running_office(tmp_path / "office.db") as running:
        yield running


@pytest.fixture
def manager(qtbot: QtBot, office: RunningOffice) -> Iterator[AtConsole]:
    key = f"key-of-planner-{BRANCH}"
    made = AtConsole(qtbot, office=office.base_url, office_key=key)
    yield made
    made.program.close()


def quiet(manager: AtConsole) -> None:
    """Nothing is under way to head office."""
    manager.until(lambda: not manager.program.session.office.jobs.is_running)


def opened(manager: AtConsole) -> None:
    """The sheet, after a run, with who hands it in."""
    manager.run()
    manager.click("toOffice")
    quiet(manager)
    manager.write("planBy", "Wang Fang")


def said(manager: AtConsole, name: str = "message") -> str:
    label = manager.part(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_plan_b_reaches_head_office_with_its_figures_and_is_seen_there(
    manager: AtConsole, office: RunningOffice
) -> None:
    opened(manager)
    manager.write("planTitle", "One more from 11 to 13")
    manager.write("planBegins", "2026-12-01")
    note = manager.part(QPlainTextEdit, "planNote")
    QTest.keyClicks(note, "Lunch is the worst.")
    manager.click("handIn")
    quiet(manager)
    told = "Handed in: “One more from 11 to 13”. Head office decides."
    assert said(manager, "officeState") == told
    (row,) = office.client("planner").get("plans").json()["plans"]
    plan = office.client("planner").get(f"plans/{row['id']}").json()
    assert (plan["kind"], plan["by"], plan["starts_on"]) == ("scenario", "Wang Fang", "2026-12-01")
    assert plan["note"] == "Lunch is the worst.\nSimulated on 50 days."
    assert 'based_on = "neighbourhood"' in plan["text"]
    assert "Mean wait, min" in [each["name"] for each in plan["predicted"]]
    how = {"approve": False, "by": "Li Na", "reason": "no budget"}
    office.client("admin").post(f"plans/{row['id']}/decide", json=how).raise_for_status()
    manager.press(Qt.Key.Key_Escape)
    manager.press(Qt.Key.Key_H, CONTROL)
    quiet(manager)
    plans = manager.part(QListWidget, "officePlans")
    assert isinstance(plans, QListWidget)
    assert plans.item(0).text().endswith("declined, Li Na: no budget")


def test_a_plan_is_withdrawn_while_nobody_has_decided(
    manager: AtConsole, office: RunningOffice
) -> None:
    opened(manager)
    manager.click("handIn")
    quiet(manager)
    plans = manager.part(QListWidget, "officePlans")
    assert isinstance(plans, QListWidget)
    box = plans.visualItemRect(plans.item(0))
    QTest.mouseClick(plans.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    manager.click("withdrawPlan")
    quiet(manager)
    (row,) = office.client("planner").get("plans").json()["plans"]
    assert row["state"] == "withdrawn"
    assert plans.item(0).text().endswith("\nwithdrawn, Wang Fang")
    key = manager.part(QAbstractButton, "withdrawPlan")
    assert not key.isEnabled()


def test_what_is_missing_is_said_before_anything_is_sent(
    manager: AtConsole, office: RunningOffice
) -> None:
    opened(manager)
    manager.write("planBegins", "tomorrow")
    manager.click("handIn")
    assert said(manager) == (
        "This cannot be handed in yet: “tomorrow” is no date such as 2026-12-01."
    )
    assert office.client("planner").get("plans").json()["plans"] == []


def test_sent_again_after_a_line_that_broke_it_is_one_plan(
    manager: AtConsole, office: RunningOffice
) -> None:
    opened(manager)
    work, cable = manager.program.session.office, Cable(office.base_url)
    wishes: list[str] = []
    work.where = Where(cable.url, BRANCH, f"key-of-planner-{BRANCH}")
    cable.cut()
    for _ in range(2):
        manager.click("handIn")
        quiet(manager)
        assert said(manager).endswith("does not answer. Try again later.")
        assert work._wish is not None
        wishes.append(work._wish[1])
    assert wishes[0] == wishes[1]
    cable.mend()
    manager.click("handIn")
    quiet(manager)
    assert len(office.client("planner").get("plans").json()["plans"]) == 1
    cable.close()


def test_head_office_refuses_in_one_sentence(manager: AtConsole) -> None:
    opened(manager)
    work = manager.program.session.office
    work.where = Where(work.where.server, OTHER, work.where.key)
    manager.click("handIn")
    quiet(manager)
    assert said(manager).startswith("Head office refuses: ")


def test_a_roster_is_handed_in_as_its_file(manager: AtConsole, office: RunningOffice) -> None:
    work = manager.program.session.office
    work.where = Where(work.where.server, BRANCH, work.where.key)
    manager.press(Qt.Key.Key_5, CONTROL)
    manager.program.session.roster.open("city-staff", GOOD)
    manager.click("rosterToOffice")
    quiet(manager)
    manager.write("planBy", "Wang Fang")
    manager.click("handIn")
    quiet(manager)
    (row,) = office.client("planner").get("plans").json()["plans"]
    plan = office.client("planner").get(f"plans/{row['id']}").json()
    assert (plan["kind"], plan["note"]) == ("roster", "Broken rules: 0.")
    assert plan["text"].splitlines()[1:] == GOOD.read_text("utf-8-sig").splitlines()[1:]


def test_without_head_office_the_key_says_how(qtbot: QtBot) -> None:
    alone = AtConsole(qtbot)
    alone.click("toOffice")
    assert "--office ADDRESS" in alone.program.session.message
    alone.program.close()
