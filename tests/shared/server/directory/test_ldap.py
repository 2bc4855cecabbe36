"""Signing in at a real OpenLDAP: encrypted, with a password policy, right and wrong passwords."""

from typing import Any

import pytest

from shared.config.directory_tables import LdapTable
from shared.domain.errors import LobbyError
from shared.domain.sign_in_refused import (
    AccountDisabled,
    AccountLocked,
    AccountRefused,
    DirectoryAway,
    DirectoryMisused,
    DirectoryUntrusted,
    NoStaffNumber,
    PasswordExpired,
)
from shared.server.directory.ldap import Ldap, bind_refusal
from shared.server.directory.ppolicy import Told, error_in
from shared.services.admitting import Account
from tests.support.open_ldap import (
    BASE,
    PASSWORD,
    PEOPLE,
    SEEKER,
    SEEKERS_PASSWORD,
    WRONG_MOST,
    OpenLdap,
    needs_slapd,
)

pytestmark = needs_slapd
TELLERS = f"cn=tellers,ou=groups,{BASE}"


def seeking(directory: OpenLdap, password: str = SEEKERS_PASSWORD, **more: Any) -> Ldap:
    """A line that looks for people first; ``more`` replaces keys of the table."""
    usual = {"url": directory.url, "ca": str(directory.ca), "base": PEOPLE, "bind_dn": SEEKER}
    return Ldap(LdapTable.model_validate({**usual, **more}), password)


def by_name(directory: OpenLdap, **more: Any) -> Ldap:
    """A line that knows where people stand."""
    usual = {"url": directory.url, "ca": str(directory.ca)}
    table = {**usual, "person_dn": f"uid={{account}},{PEOPLE}", **more}
    return Ldap(LdapTable.model_validate(table), "")


def test_right_password_tells_number_name_and_groups(directory: OpenLdap) -> None:
    found = Account("t1", "Name of anna", (TELLERS,))
    assert seeking(directory).prove("anna", PASSWORD) == found
    assert by_name(directory).prove(" Anna ", PASSWORD) == found
    plain = {"url": directory.plain_url, "start_tls": True}
    assert by_name(directory, **plain).prove("anna", PASSWORD) == found


def test_groups_that_only_name_their_members(directory: OpenLdap) -> None:
    line = seeking(directory, group_attribute="", group_base=f"ou=groups,{BASE}")
    assert line.prove("anna", PASSWORD).groups == (TELLERS, "tellers")


@pytest.mark.parametrize(
    ("account", "password", "refusal"),
    [
        ("boris", "wrong", AccountRefused),
        ("anna", "", AccountRefused),
        ("nobody", PASSWORD, AccountRefused),
        (" ", PASSWORD, AccountRefused),
        ("*", PASSWORD, AccountRefused),
        ("wang*", PASSWORD, AccountRefused),
        ("anna)(uid=*", PASSWORD, AccountRefused),
        ("anna,ou=people", PASSWORD, AccountRefused),
        ("expired", PASSWORD, PasswordExpired),
        ("fresh", PASSWORD, PasswordExpired),
        ("locked", PASSWORD, AccountLocked),
        ("nameless", PASSWORD, NoStaffNumber),
    ],
)
def test_refusals(
    directory: OpenLdap, account: str, password: str, refusal: type[LobbyError]
) -> None:
    for line in (seeking(directory), by_name(directory)):
        with pytest.raises(refusal):
            line.prove(account, password)


def test_name_with_signs_of_filters_is_itself_only(directory: OpenLdap) -> None:
    assert seeking(directory).prove("wang*lei", PASSWORD).staff == "t2"


def test_wrong_passwords_lock_the_account_at_the_directory(directory: OpenLdap) -> None:
    for _ in range(WRONG_MOST):
        with pytest.raises(AccountRefused):
            seeking(directory).prove("clumsy", "wrong")
    with pytest.raises(AccountLocked):
        seeking(directory).prove("clumsy", PASSWORD)


@pytest.mark.parametrize("start", [{}, {"start_tls": True}])
def test_unknown_authority_gets_no_password(directory: OpenLdap, start: dict[str, Any]) -> None:
    url = directory.plain_url if start else directory.url
    with pytest.raises(DirectoryUntrusted) as refused:
        by_name(directory, ca="", url=url, **start).prove("anna", PASSWORD)
    assert refused.value.params == ("self-signed certificate in certificate chain",)


def test_certificate_of_another_name(directory: OpenLdap) -> None:
    with pytest.raises(DirectoryUntrusted):
        by_name(directory, url=f"ldaps://127.0.0.1:{directory.tls_port}").prove("anna", PASSWORD)


def test_nobody_there_and_nobody_who_speaks_tls(directory: OpenLdap) -> None:
    with pytest.raises(DirectoryAway):
        by_name(directory, url="ldaps://localhost:1").prove("anna", PASSWORD)
    with pytest.raises(DirectoryUntrusted):
        by_name(directory, url=f"ldaps://localhost:{directory.plain_port}").prove("anna", PASSWORD)


@pytest.mark.parametrize(
    "wrong", [{"base": f"ou=none,{BASE}"}, {"filter": "(uid={account}"}, {"password": "not that"}]
)
def test_wrong_set_up_is_told_to_it(directory: OpenLdap, wrong: dict[str, Any]) -> None:
    with pytest.raises(DirectoryMisused):
        seeking(directory, **wrong).prove("anna", PASSWORD)


def test_probe_needs_no_person(directory: OpenLdap) -> None:
    seeking(directory).probe()
    by_name(directory).probe()
    with pytest.raises(DirectoryMisused):
        seeking(directory, "not that").probe()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        ("52e", AccountRefused),
        ("532", PasswordExpired),
        ("773", PasswordExpired),
        ("533", AccountDisabled),
        ("701", AccountDisabled),
        ("775", AccountLocked),
    ],
)
def test_reasons_of_active_directory(data: str, refusal: type[LobbyError]) -> None:
    message = f"80090308: LdapErr: DSID-0C09041C, AcceptSecurityContext error, data {data}, v4f7c"
    result = {"result": 49, "description": "invalidCredentials", "message": message}
    assert type(bind_refusal(result, Told.NOTHING)) is refusal


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (b"", Told.NOTHING),
        (b"\x30\x00", Told.NOTHING),
        (b"\x30\x03\x81\x01\x01", Told.LOCKED),
        (b"\x30\x03\x81\x01\x08", Told.OTHER),
        (b"\x30\x08\xa0\x03\x80\x01\x05\x81\x01\x02", Told.CHANGE_FIRST),
        (b"\x30\x05\xa0\x03\x80\x01\x05", Told.NOTHING),
        (b"\x30\x03\x81\x7f", Told.NOTHING),
        (b"garbage", Told.NOTHING),
    ],
)
def test_password_policy_control(value: bytes, told: Told) -> None:
    assert error_in(value) is told
