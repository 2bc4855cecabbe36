"""A file or a server, told apart and shown without its password."""

from pathlib import Path

import pytest

from shared.config.database_address import PostgresAddress
from shared.config.settings import SettingInvalid, read_settings
from shared.store.postgres import url_of

SECRET = "s3cr%23t"


def test_anything_without_a_scheme_is_a_file() -> None:
    assert read_settings(database="/srv/branch.db").database == Path("/srv/branch.db")
    assert read_settings(database=Path("b.db")).database == Path("b.db")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_address_of_a_server(scheme: str) -> None:
    found = read_settings(database=f"{scheme}://lobby:{SECRET}@db.example:5433/hall").database
    assert isinstance(found, PostgresAddress)
    url = url_of(found)
    assert (url.host, url.port, url.database, url.password) == (
        "db.example",
        5433,
        "hall",
        "s3cr#t",
    )


def test_password_and_parameters_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"postgresql://lobby:{SECRET}@db.example/hall?password=also"
    monkeypatch.setenv("LOBBY_DATABASE", address)
    settings = read_settings()
    assert str(settings.database) == "postgresql://db.example/hall"
    shown = f"{settings.database} {settings!r} {settings.database!r}"
    assert [word in shown for word in ("s3cr", "also")] == [False, False]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("mysql://lobby:pw-x@db.example/hall", "it is neither a file nor an address such as"),
        ("sqlite:///b.db", "it is neither a file nor an address such as"),
        ("postgresql://lobby:pw-x@db.example", "the address names no database"),
        ("postgresql://lobby:pw-x@db.example:port/hall", "the server or its port"),
        ("postgresql://lobby:pw-x#1@db.example/hall", "the address"),
        ("postgresql://lobby:pw-x@[::1/hall", "the server or its port"),
    ],
)
def test_refusal_is_a_sentence_that_tells_no_password(given: str, said: str) -> None:
    with pytest.raises(SettingInvalid) as refused:
        read_settings(database=given)
    assert str(refused.value).startswith(f"Setting database: {said}")
    assert "pw-x" not in str(refused.value)
    assert "pw-x" not in str(refused.value.__cause__)
