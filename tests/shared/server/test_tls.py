"""Certificates: made, looked at before the start, refused with a sentence."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)
from typer.testing import CliRunner

from shared.config.settings import ServerSettings
from shared.domain.errors import FileUnreadable
from shared.server.tls import (
    PlainOutside,
    TlsExpired,
    TlsFiles,
    TlsIncomplete,
    TlsMismatch,
    is_this_machine,
    tls_files,
)
from shared.server.tls_command import app
from shared.server.tls_issue import SERVER_DAYS, FolderUnwritable, issue
from tests.shared.server.test_commands import run

NOW = datetime.now(UTC)


def settings(cert: Path | None, key: Path | None, host: str = "0.0.0.0") -> ServerSettings:
    return ServerSettings(tls_cert=cert, tls_key=key, host=host)


def test_made_pair_is_sound_and_its_keys_are_secret(tmp_path: Path) -> None:
    made = issue(tmp_path / "tls", ["branch.example.com", "192.0.2.10"], NOW)
    assert tls_files(settings(made.cert, made.key), NOW) == TlsFiles(made.cert, made.key)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (made.key, made.ca_key)]
    assert modes == [0o600, 0o600]
    assert made.is_new_ca


def test_renewal_keeps_the_authority(tmp_path: Path) -> None:
    first = issue(tmp_path, ["a.example.com"], NOW)
    authority, certificate = first.ca.read_bytes(), first.cert.read_bytes()
    second = issue(tmp_path, ["a.example.com"], NOW)
    assert (second.is_new_ca, second.ca.read_bytes()) == (False, authority)
    assert second.cert.read_bytes() != certificate


def test_half_a_pair(tmp_path: Path) -> None:
    with pytest.raises(TlsIncomplete):
        tls_files(settings(tmp_path / "server.pem", None), NOW)


@pytest.mark.parametrize("days", [-1, SERVER_DAYS + 1])
def test_certificate_that_does_not_hold_today(tmp_path: Path, days: int) -> None:
    made = issue(tmp_path, ["a.example.com"], NOW)
    with pytest.raises(TlsExpired, match="holds from"):
        tls_files(settings(made.cert, made.key), NOW + timedelta(days=days))


def test_two_halves_of_two_pairs(tmp_path: Path) -> None:
    made = issue(tmp_path, ["a.example.com"], NOW)
    other = issue(tmp_path / "other", ["a.example.com"], NOW)
    with pytest.raises(TlsMismatch):
        tls_files(settings(made.cert, other.key), NOW)


def test_files_that_are_something_else(tmp_path: Path) -> None:
    made = issue(tmp_path, ["a.example.com"], NOW)
    nothing, locked = tmp_path / "nothing.pem", tmp_path / "locked.key"
    nothing.write_text("no certificate")
    locked.write_bytes(
        ec.generate_private_key(ec.SECP256R1()).private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")
        )
    )
    for cert, key, reason in (
        (nothing, made.key, "no certificate in PEM"),
        (made.cert, nothing, "no private key in PEM"),
        (made.cert, locked, "locked with a password"),
        (tmp_path / "none", made.key, "No such file"),
        (made.cert, tmp_path / "none", "No such file"),
    ):
        with pytest.raises(FileUnreadable, match=reason):
            tls_files(settings(cert, key), NOW)


def test_plain_http_stays_on_this_machine() -> None:
    assert tls_files(settings(None, None, "127.0.0.1"), NOW) is None
    with pytest.raises(PlainOutside):
        tls_files(settings(None, None), NOW)
    allowed = ServerSettings(host="0.0.0.0", insecure_lan=True)
    assert tls_files(allowed, NOW) is None


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.10", False),
        ("branch.example.com", False),
    ],
)
def test_which_address_is_this_machine(host: str, is_here: bool) -> None:
    assert is_this_machine(host) == is_here


def test_serving_in_the_open_is_refused_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "b.db"
    code, said, refusal = run(capsys, "serve", "--host", "0.0.0.0", "--database", path)
    assert (code, said, path.exists()) == (1, "", False)
    assert refusal.startswith("lobby serve: Without TLS everybody in the network at 0.0.0.0")


def test_command_says_what_to_do_with_the_files(tmp_path: Path) -> None:
    words = ["self-signed", "--out", str(tmp_path), "--host", "192.0.2.10", "--host", "b.example"]
    first, second = (CliRunner().invoke(app, words) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.splitlines() == [
        f"Made an authority. For the devices: {tmp_path / 'ca.pem'} "
        f"(secret: {tmp_path / 'ca.key'})",
        *second.stdout.splitlines(),
    ]
    start = f"lobby serve --host ADDRESS --tls-cert {tmp_path / 'server.pem'} "
    assert second.stdout.splitlines()[-1] == f"{start}--tls-key {tmp_path / 'server.key'}"


@pytest.mark.parametrize("host", ["", "two words", "-a.example", "https://a.example"])
def test_host_that_is_none(tmp_path: Path, host: str) -> None:
    ran = CliRunner().invoke(app, ["self-signed", "--out", str(tmp_path), "--host", host])
    assert ran.exit_code == 2


def test_authority_that_is_broken_or_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "ca.key").write_text("nonsense")
    with pytest.raises(FileUnreadable, match="no such file"):
        issue(tmp_path, ["a.example.com"], NOW)
    (tmp_path / "ca.pem").write_text("nonsense")
    with pytest.raises(FileUnreadable, match="no authority"):
        issue(tmp_path, ["a.example.com"], NOW)
    with pytest.raises(FolderUnwritable):
        issue(tmp_path / "ca.key" / "below", ["a.example.com"], NOW)
