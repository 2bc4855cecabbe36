"""Whose segment it is, over HTTP: a segment and an opaque reference, no name, nothing kept."""

from pathlib import Path

import pytest

from shared.protocol.customer import FindCustomer
from shared.server.customers.file import CustomerFile, add_customers
from shared.services.customers import plain_reference
from tests.support.server import RunningServer

NUMBER = "13800132626"


def test_without_a_directory_nobody_is_known(server: RunningServer) -> None:
    found = server.client("kiosk").post("customers/find", json={"reference": NUMBER})
    assert found.raise_for_status().json()["is_known"] is False


def test_a_known_customer_gets_the_segment(server: RunningServer, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    add_customers(path, [NUMBER], "key")
    add_customers(path, ["6222"], "no-such-segment")
    server.house.directory = CustomerFile(path)
    kiosk = server.client("kiosk")
    found = kiosk.post("customers/find", json={"reference": NUMBER}).json()
    assert (found["is_known"], found["segment"]) == (True, "key")
    body = {"service": "cash", "segment": "key", "customer_ref": found["customer_ref"]}
    assert kiosk.post("tickets", json=body).json()["number"] == "V001"
    strange = kiosk.post("customers/find", json={"reference": "6222"}).json()
    assert strange == {"is_known": False, "segment": None, "customer_ref": None}
    log = kiosk.get("log").text
    assert NUMBER not in log
    assert found["customer_ref"] not in log


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (NUMBER, NUMBER),
        ("138 0013-2626", NUMBER),
        (";6222021234567890=25121010000?", "6222021234567890"),
        ("%B6222^NAME/A^2512?;6222021234567890=2512?", "6222021234567890"),
    ],
)
def test_what_a_reader_sends_around_the_number_is_left_out(read: str, meant: str) -> None:
    assert plain_reference(FindCustomer(reference=read)) == meant
