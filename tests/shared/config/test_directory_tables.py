"""The file of LOBBY_DIRECTORY: what it says, and what is told to whoever wrote it wrongly."""

from pathlib import Path

import pytest

from shared.config.directory_tables import (
    DirectoryInvalid,
    PinRule,
    Stranger,
    load_directory,
    read_secret,
)
from shared.domain.errors import FileUnreadable

LDAP = """
[ldap]
url = "ldaps://directory.bank.example"
base = "ou=people,dc=bank,dc=example"
"""
OIDC = """
[oidc]
issuer = "https://id.bank.example/realms/staff"
client_id = "branch-lobby"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "directory.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_little_is_enough(tmp_path: Path) -> None:
    file = load_directory(written(tmp_path, LDAP + OIDC))
    assert (file.pin, file.unknown_people, file.roles) == (PinRule.ALWAYS, Stranger.REFUSE, ())
    assert file.ldap is not None
    assert file.oidc is not None
    assert (file.ldap.filter, file.oidc.prompt) == ("(uid={account})", "login")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "directory.toml: Give a table [ldap] or [oidc]."),
        (
            LDAP.replace("ldaps", "ldap"),
            "directory.toml: ldap: Use ldaps://, or set start_tls = true.",
        ),
        (
            LDAP.replace("ldaps", "ldap") + "in_the_clear = true",
            "directory.toml: ldap: in_the_clear is for this machine only.",
        ),
        (
            LDAP + 'person_dn = "uid={account},dc=x"',
            "directory.toml: ldap: Give either person_dn, or base to look for people.",
        ),
        (
            LDAP + 'filter = "(uid=*)"',
            "directory.toml: ldap: {account} is missing where the account's name belongs.",
        ),
        (OIDC + 'scopes = ["profile"]', "directory.toml: oidc: scopes need “openid”."),
        (
            OIDC + 'signed_with = ["HS256"]',
            "directory.toml: oidc: signed_with: choose of RS256, RS384, RS512, PS256, PS384, ",
        ),
        (
            'unknown_people = "add"' + LDAP,
            "directory.toml: Who is added needs a role: give [[roles]].",
        ),
        (LDAP + 'password = "x"', "directory.toml: ldap.password: this key is not known. "),
        (OIDC.replace("https", "http"), "directory.toml: oidc.issuer: "),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DirectoryInvalid) as refused:
        load_directory(written(tmp_path, text))
    assert str(refused.value)[: len(told)] == told


def test_secrets_lie_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path, LDAP)
    (tmp_path / "word").write_text("open sesame\n", encoding="utf-8")
    assert read_secret(path, Path("word")) == "open sesame"
    assert read_secret(path, None) == ""
    with pytest.raises(FileUnreadable):
        read_secret(path, Path("nothing"))
