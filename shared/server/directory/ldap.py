"""Sign-in by account and password at an LDAP directory (RFC 4511, simple bind over TLS).

The person is looked for (or named by a template), the password is proved by binding as that person,
and what the branch needs is read: staff number, name, groups. The password is kept nowhere.
"""

import re
from typing import Any, Final

import ldap3
from ldap3.core.exceptions import LDAPInvalidDnError
from ldap3.utils.conv import escape_filter_chars
from ldap3.utils.dn import escape_rdn, parse_dn

from shared.config.directory_tables import ACCOUNT, PERSON, LdapTable
from shared.domain.errors import AccessRefused
from shared.domain.sign_in_refused import (
    AccountDisabled,
    AccountLocked,
    AccountRefused,
    DirectoryMisused,
    NoStaffNumber,
    PasswordExpired,
)
from shared.server.directory.ldap_line import LdapLine, refuse_unless_done
from shared.server.directory.ppolicy import Told, asked_for, told_in
from shared.services.admitting import Account

INVALID_CREDENTIALS: Final = 49
#: Refusals of a bind that are about this account, not about us (RFC 4511, 4.1.9).
NOT_THIS_ONE: Final = frozenset({32, 34, 48, 49, 50, 53, 19})
#: Active Directory names its reason in the diagnostic message: "..., data 775, v4563".
WINDOWS_DATA: Final = re.compile(r"\bdata ([0-9a-fA-F]{3,4})\b")
WINDOWS_REASONS: Final[dict[str, type[AccessRefused]]] = {
    "532": PasswordExpired,
    "773": PasswordExpired,
    "533": AccountDisabled,
    "701": AccountDisabled,
    "775": AccountLocked,
}
POLICY_REASONS: Final[dict[Told, type[AccessRefused]]] = {
    Told.EXPIRED: PasswordExpired,
    Told.LOCKED: AccountLocked,
    Told.CHANGE_FIRST: PasswordExpired,
}
#: A name in the directory is no longer; a template must not be blown up by what somebody types.
MOST_FOUND: Final = 2


class Ldap:
    """A directory; may be used by several threads."""

    def __init__(self, table: LdapTable, bind_password: str) -> None:
        """``bind_password`` of who looks for people. Raises FileUnreadable: the CA's file."""
        self._table = table
        self._bind_password = bind_password
        self._line = LdapLine(table)

    def prove(self, account: str, password: str) -> Account:
        """Who this is, after the password was proved.

        Raises:
            AccountRefused, AccountLocked, AccountDisabled, PasswordExpired: as the directory says.
            NoStaffNumber; DirectoryAway, DirectoryUntrusted, DirectoryMisused.
        """
        if not password or not account.strip():
            raise AccountRefused()  # an empty password would be a bind as nobody (RFC 4513, 5.1.2)
        with self._line.open() as line:
            person = self._find(line, account.strip())
            self._bind(line, person, password)
            return self._read(line, person)

    def probe(self) -> None:
        """Whether it answers and takes our questions. Raises as ``prove`` does."""
        with self._line.open() as line:
            if self._table.base:
                self._bind_as_seeker(line)
                self._search(line, self._table.base, "(objectClass=*)", ldap3.BASE, [])

    def _find(self, line: Any, account: str) -> str:
        """The DN of this account. Raises AccountRefused: there is none, or more than one."""
        if self._table.person_dn:
            return self._table.person_dn.replace(ACCOUNT, escape_rdn(account))
        self._bind_as_seeker(line)
        wanted = self._table.filter.replace(ACCOUNT, escape_filter_chars(account))
        found = self._search(line, self._table.base, wanted, ldap3.SUBTREE, [])
        if len(found) != 1:
            raise AccountRefused()
        return str(found[0]["dn"])

    def _bind_as_seeker(self, line: Any) -> None:
        if not self._table.bind_dn:
            return
        self._be(line, self._table.bind_dn, self._bind_password)
        refuse_unless_done(line.result, "bind_dn")

    def _bind(self, line: Any, person: str, password: str) -> None:
        try:
            parse_dn(person)
        except LDAPInvalidDnError as error:
            raise AccountRefused() from error
        self._be(line, person, password)
        result = line.result
        told = told_in(result)
        if result["result"] == 0 and told is not Told.CHANGE_FIRST:
            return
        raise bind_refusal(result, told)

    @staticmethod
    def _be(line: Any, name: str, password: str) -> None:
        line.user, line.password, line.authentication = name, password, ldap3.SIMPLE
        line.bind(read_server_info=False, controls=[asked_for()])
        line.password = None

    def _read(self, line: Any, person: str) -> Account:
        """Staff number, name and groups, with the person's own rights, else the seeker's."""
        table = self._table
        wanted = [table.staff_attribute, table.name_attribute]
        if table.group_attribute:
            wanted.append(table.group_attribute)
        found = self._search(line, person, "(objectClass=*)", ldap3.BASE, wanted)
        if not found and table.bind_dn:
            self._bind_as_seeker(line)
            found = self._search(line, person, "(objectClass=*)", ldap3.BASE, wanted)
        entry = _values(found[0]) if found else {}
        staff = entry.get(table.staff_attribute.lower(), [])
        if not staff:
            raise NoStaffNumber()
        names = entry.get(table.name_attribute.lower(), [])
        groups = entry.get(table.group_attribute.lower(), []) + self._groups(line, person)
        return Account(staff[0], names[0] if names else "", tuple(groups))

    def _groups(self, line: Any, person: str) -> list[str]:
        """Groups that name the person, where the person does not name them."""
        table = self._table
        if not table.group_base:
            return []
        self._bind_as_seeker(line)
        wanted = table.group_filter.replace(PERSON, escape_filter_chars(person))
        found = self._search(line, table.group_base, wanted, ldap3.SUBTREE, ["cn"], most=0)
        return [name for each in found for name in [str(each["dn"]), *_values(each).get("cn", [])]]

    @staticmethod
    def _search(
        line: Any, base: str, wanted: str, scope: str, attributes: list[str], most: int = MOST_FOUND
    ) -> list[dict[str, Any]]:
        line.search(base, wanted, scope, attributes=attributes or None, size_limit=most)
        too_many = 4  # size limit exceeded: what was found is there, and it is more than one
        if line.result["result"] != too_many:
            refuse_unless_done(line.result, f"search in {base}")
        return [each for each in line.response if each["type"] == "searchResEntry"]


def _values(entry: dict[str, Any]) -> dict[str, list[str]]:
    """Attributes by name in lower case; what is no text is left out."""
    read: dict[str, list[str]] = {}
    for name, raw in entry["raw_attributes"].items():
        texts = []
        for value in raw:
            try:
                texts.append(value.decode("utf-8"))
            except UnicodeDecodeError:
                continue
        read[name.lower()] = texts
    return read


def bind_refusal(result: dict[str, Any], told: Told) -> AccessRefused | DirectoryMisused:
    """Why the bind as this person was refused."""
    if told in POLICY_REASONS:
        return POLICY_REASONS[told]()
    if named := WINDOWS_DATA.search(result.get("message") or ""):
        reason = WINDOWS_REASONS.get(named[1])
        if reason is not None:
            return reason()
    if result["result"] in NOT_THIS_ONE:
        return AccountRefused()
    refuse_unless_done(result, "bind")
    return AccountRefused()
