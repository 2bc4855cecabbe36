"""A real OpenLDAP of the tests' own: TLS, password policy, groups. Debian's package ``slapd``."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from socket import AF_UNIX, socket
from typing import Final

import pytest

from shared.server.tls_issue import issue
from tests.support.ports import free_port
from tests.support.waiting import soon

SLAPD: Final = which("slapd", path="/usr/sbin:/usr/bin:/usr/local/sbin") or ""
SCHEMAS, MODULES = Path("/etc/ldap/schema"), Path("/usr/lib/ldap")
BASE: Final = "dc=bank,dc=example"
PEOPLE: Final = f"ou=people,{BASE}"
SEEKER: Final = f"cn=lobby,{BASE}"
SEEKERS_PASSWORD: Final = "only for looking"
PASSWORD: Final = "Nanjing Road 18"
#: After so many wrong passwords in a row the directory locks an account.
WRONG_MOST: Final = 3
STAFF_GROUPS: Final = {
    "tellers": ("anna", "wang*lei", "hired", "expired", "fresh"),
    "leads": ("lena",),
}

needs_slapd = pytest.mark.skipif(not SLAPD, reason="no OpenLDAP: apt-get install slapd")


@dataclass(frozen=True)
class OpenLdap:
    """Where it listens, and whom to believe."""

    plain_port: int
    tls_port: int
    ca: Path

    @property
    def url(self) -> str:
        """Encrypted from the first byte."""
        return f"ldaps://localhost:{self.tls_port}"

    @property
    def plain_url(self) -> str:
        """In the clear, until StartTLS."""
        return f"ldap://localhost:{self.plain_port}"


@contextmanager
def open_ldap(folder: Path) -> Iterator[OpenLdap]:
    """A directory with people and groups, until the end of the block."""
    tls = issue(folder / "tls", ["localhost"], datetime.now(UTC))
    (folder / "db").mkdir()
    config = folder / "slapd.conf"
    config.write_text(_config(folder, tls.cert, tls.key, tls.ca), encoding="utf-8")
    _load(folder, config)
    ready, plain, encrypted = folder / "ldapi", free_port(), free_port()
    where = f"ldap://localhost:{plain} ldaps://localhost:{encrypted} ldapi://{_escaped(ready)}"
    with (folder / "log").open("wb") as log:
        words = [SLAPD, "-d", "0", "-f", str(config), "-h", where]
        running = subprocess.Popen(words, stdout=log, stderr=log)
    try:
        soon(lambda: _listens(ready) or running.poll() is not None)
        assert running.poll() is None, (folder / "log").read_text(encoding="utf-8")
        yield OpenLdap(plain, encrypted, tls.ca)
    finally:
        running.terminate()
        running.wait(10)


def _config(folder: Path, cert: Path, key: Path, ca: Path) -> str:
    schemas = "\n".join(
        f"include {SCHEMAS / name}.schema" for name in ("core", "cosine", "inetorgperson")
    )
    return f"""
{schemas}
modulepath {MODULES}
moduleload back_mdb
moduleload ppolicy
moduleload memberof
TLSCertificateFile {cert}
TLSCertificateKeyFile {key}
TLSCACertificateFile {ca}
pidfile {folder / "pid"}
database mdb
suffix "{BASE}"
rootdn "cn=admin,{BASE}"
directory {folder / "db"}
maxsize 16777216
dbnosync
access to attrs=userPassword by anonymous auth by self =xw by * none
access to dn.subtree="{PEOPLE}" by dn="{SEEKER}" read by self read by * none
access to * by dn="{SEEKER}" read by * none
overlay memberof
overlay ppolicy
ppolicy_default "cn=policy,{BASE}"
ppolicy_use_lockout
"""


def _load(folder: Path, config: Path) -> None:
    written = folder / "people.ldif"
    written.write_text("\n".join(_entries()), encoding="utf-8")
    words = [SLAPD, "-T", "add", "-f", str(config), "-l", str(written)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _entries() -> Iterator[str]:
    yield f"dn: {BASE}\nobjectClass: domain\ndc: bank\n"
    yield f"dn: {PEOPLE}\nobjectClass: organizationalUnit\nou: people\n"
    yield f"dn: ou=groups,{BASE}\nobjectClass: organizationalUnit\nou: groups\n"
    yield (
        f"dn: {SEEKER}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\n"
        f"cn: lobby\nuserPassword: {SEEKERS_PASSWORD}\n"
    )
    yield (
        f"dn: cn=policy,{BASE}\nobjectClass: organizationalRole\nobjectClass: pwdPolicy\n"
        f"cn: policy\npwdAttribute: userPassword\npwdMaxAge: 31536000\npwdLockout: TRUE\n"
        f"pwdMaxFailure: {WRONG_MOST}\npwdMustChange: TRUE\npwdGraceAuthNLimit: 0\n"
    )
    groups = {
        who: f"cn={name},ou=groups,{BASE}" for name in STAFF_GROUPS for who in STAFF_GROUPS[name]
    }
    people = {
        "anna": ("t1", ""),
        "lena": ("lead", ""),
        "boris": ("t8", ""),
        "wang*lei": ("t2", ""),
        "newcomer": ("t77", ""),
        "hired": ("t78", ""),
        "clumsy": ("t3", ""),
        "expired": ("t4", "pwdChangedTime: 20200101000000Z\n"),
        "fresh": ("t5", "pwdReset: TRUE\n"),
        "locked": ("t6", "pwdAccountLockedTime: 000001010000Z\n"),
        "nameless": ("", ""),
    }
    for account, (number, more) in people.items():
        staff = f"employeeNumber: {number}\n" if number else ""
        member = f"memberOf: {groups[account]}\n" if account in groups else ""
        yield (
            f"dn: uid={account},{PEOPLE}\nobjectClass: inetOrgPerson\nuid: {account}\n"
            f"cn: Name of {account}\nsn: {account}\nuserPassword: {PASSWORD}\n{staff}{member}{more}"
        )
    for name, members in STAFF_GROUPS.items():
        named = "".join(f"member: uid={who},{PEOPLE}\n" for who in members)
        yield f"dn: cn={name},ou=groups,{BASE}\nobjectClass: groupOfNames\ncn: {name}\n{named}"


def _escaped(path: Path) -> str:
    return str(path).replace("/", "%2F")


def _listens(path: Path) -> bool:
    try:
        with socket(AF_UNIX) as probe:
            probe.connect(str(path))
    except OSError:
        return False
    return True
