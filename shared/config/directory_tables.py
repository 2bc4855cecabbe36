"""How the bank's own directory signs staff in: the file of LOBBY_DIRECTORY.

It belongs to the server's machine and not to the profile: addresses, names of groups and the places
of secrets are IT's, and head office does not publish them to branches with the counters.
"""

import re
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from shared.config.base_tables import Table
from shared.config.load import load_toml
from shared.domain.errors import FileUnreadable, InputInvalid
from shared.domain.phrase import phrase

#: In the clear only on this very machine, where nobody listens in between.
_HERE: Final = r"(127\.0\.0\.1|localhost|\[::1\])"
LDAP_URL: Final = r"^ldaps?://[A-Za-z0-9.\-\[\]:]+$"
WEB_URL: Final = rf"^(https://[^\s?#]+|http://{_HERE}(:\d+)?(/[^\s?#]*)?)$"
ACCOUNT: Final = "{account}"
PERSON: Final = "{dn}"
#: What tokens may be signed with; "none" and shared secrets are never taken.
SIGNATURES: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")


class DirectoryInvalid(InputInvalid):
    """The file of LOBBY_DIRECTORY says something that makes no sense."""

    code = "directory_invalid"
    sentence = "%1: %2"


class PinRule(StrEnum):
    """When a PIN opens a session."""

    ALWAYS = "always"
    AWAY = "away"
    NEVER = "never"


class Stranger(StrEnum):
    """What becomes of a person whom the directory knows and the branch's list does not."""

    REFUSE = "refuse"
    ADD = "add"


class GroupRole(Table):
    """Who is in this group has this role; of several rows the first that fits counts."""

    group: str = Field(min_length=1, max_length=400, description="DN or name, any case")
    role: str = Field(min_length=1, description="one of shared.server.permission.StaffRole")


class LdapTable(Table):
    """A directory that is asked with the person's own password (RFC 4511, 4513)."""

    url: str = Field(pattern=LDAP_URL)
    start_tls: bool = Field(default=False, description="ldap:// becomes encrypted before use")
    in_the_clear: bool = Field(default=False, description="tests on one machine only")
    ca: str = Field(default="", description="PEM of its authority; default: the machine's")
    person_dn: str = Field(default="", description="such as uid={account},ou=people,dc=bank")
    base: str = Field(default="", description="where people are looked for")
    filter: str = Field(default="(uid={account})", description="one person, RFC 4515")
    bind_dn: str = Field(default="", description="who looks for people; empty: anybody may")
    bind_password_file: Path | None = None
    staff_attribute: str = Field(default="employeeNumber", min_length=1)
    name_attribute: str = Field(default="cn", min_length=1)
    group_attribute: str = Field(default="memberOf", description="of the person; empty: none")
    group_base: str = Field(default="", description="where groups are looked for, where need be")
    group_filter: str = Field(default="(member={dn})")
    connect_s: int = Field(default=2, ge=1, le=30)
    answer_s: int = Field(default=3, ge=1, le=30)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.url.startswith("ldap://") and not (self.start_tls or self.in_the_clear):
            raise ValueError(phrase("Use ldaps://, or set start_tls = true."))
        if self.in_the_clear and not re.match(rf"ldap://{_HERE}(:\d+)?$", self.url):
            raise ValueError(phrase("in_the_clear is for this machine only."))
        if bool(self.person_dn) == bool(self.base):
            raise ValueError(phrase("Give either person_dn, or base to look for people."))
        if ACCOUNT not in (self.person_dn or self.filter):
            raise ValueError(phrase("{account} is missing where the account's name belongs."))
        return self


class OidcTable(Table):
    """A sign-in service in the browser (OpenID Connect Core 1.0, code flow with PKCE)."""

    issuer: str = Field(pattern=WEB_URL)
    client_id: str = Field(min_length=1, max_length=200)
    client_secret_file: Path | None = Field(default=None, description="none: a public client")
    client_auth: Literal["header", "form"] = Field(
        default="header", description="client_secret_basic, or client_secret_post"
    )
    scopes: tuple[str, ...] = ("openid", "profile")
    staff_claim: str = Field(default="employee_number", min_length=1)
    name_claim: str = Field(default="name", min_length=1)
    groups_claim: str = "groups"
    prompt: str = Field(
        default="login",
        pattern="^(|login|select_account)$",
        description="a counter is used by several people: the service asks each time; empty where "
        "everybody has the machine's account to oneself",
    )
    signed_with: tuple[str, ...] = SIGNATURES
    ca: str = Field(default="", description="PEM of its authority; default: the machine's")
    proxy: str = Field(default="", pattern=r"^(https?://[^\s]+)?$")
    redirect_port: int = Field(
        default=0, ge=0, le=65535, description="of the window's own address; 0: any (RFC 8252, 7.3)"
    )
    answer_s: int = Field(default=5, ge=1, le=30)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if "openid" not in self.scopes:
            raise ValueError(phrase("scopes need “openid”."))
        if not self.signed_with or set(self.signed_with) - set(SIGNATURES):
            raise ValueError(phrase("signed_with: choose of %1.", ", ".join(SIGNATURES)))
        return self


class DirectoryFile(Table):
    """The whole file."""

    pin: PinRule = PinRule.ALWAYS
    unknown_people: Stranger = Stranger.REFUSE
    roles: tuple[GroupRole, ...] = Field(
        default=(), description="none: everybody has the role of the branch's list"
    )
    ldap: LdapTable | None = None
    oidc: OidcTable | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.ldap is None and self.oidc is None:
            raise ValueError(phrase("Give a table [ldap] or [oidc]."))
        if self.unknown_people is Stranger.ADD and not self.roles:
            raise ValueError(phrase("Who is added needs a role: give [[roles]]."))
        return self


def load_directory(path: Path) -> DirectoryFile:
    """The file; places of other files in it count from its folder.

    Raises:
        FileUnreadable; DirectoryInvalid: the first thing that is wrong.
    """
    return load_toml(path, DirectoryFile, DirectoryInvalid)


def read_secret(beside: Path, name: Path | None) -> str:
    """The first line of a file that holds a secret; empty without one. Raises FileUnreadable."""
    if name is None:
        return ""
    path = beside.parent / name
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "not UTF-8 text") from error
