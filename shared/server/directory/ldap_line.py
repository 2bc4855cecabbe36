"""One encrypted line to the directory, and what went wrong on it in our own words.

The library's own check of certificates knows neither addresses nor the system's rules, so the
standard library's is put in its place. Nothing is sent before the certificate was believed.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import ldap3
from ldap3.core.exceptions import LDAPException, LDAPOperationResult

from shared.config.directory_tables import LdapTable
from shared.config.trust import context_of
from shared.domain.sign_in_refused import DirectoryAway, DirectoryMisused, DirectoryUntrusted

#: Result codes after which another try may succeed (RFC 4511, 4.1.9): busy, unavailable, limits.
PASSING: Final = frozenset({3, 51, 52})
SUCCESS: Final = 0


class CheckedTls(ldap3.Tls):  # type: ignore[misc]  # the library has no types
    """The library's TLS with Python's own verification of chain and name."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(validate=ssl.CERT_REQUIRED)
        self._context = context
        self.distrust = ""

    def wrap_socket(self, connection: Any, do_handshake: bool = False) -> None:
        """Encrypt the socket; why it was not believed is kept, since the library rewords it."""
        try:
            connection.socket = self._context.wrap_socket(
                connection.socket,
                server_hostname=connection.server.host,
                do_handshake_on_connect=do_handshake,
            )
        except ssl.SSLCertVerificationError as error:
            self.distrust = error.verify_message
            raise
        except ssl.SSLError as error:
            self.distrust = f"it speaks no TLS that we know ({error.reason})"
            raise


class LdapLine:
    """Opens lines; each sign-in has its own, so that nobody acts with another's rights."""

    def __init__(self, table: LdapTable) -> None:
        """Raises FileUnreadable: the authority's file."""
        self._table = table
        self._context = None if table.in_the_clear else context_of(table.ca)

    @contextmanager
    def open(self) -> Iterator[Any]:
        """A line that is encrypted and nobody's yet (``ldap3.Connection``).

        Raises:
            DirectoryAway, DirectoryUntrusted, DirectoryMisused: also for what goes wrong inside.
        """
        tls = CheckedTls(self._context) if self._context is not None else None
        server = ldap3.Server(
            self._table.url,
            tls=tls,
            get_info=ldap3.NONE,
            connect_timeout=self._table.connect_s,
        )
        line = ldap3.Connection(
            server,
            receive_timeout=self._table.answer_s,
            auto_referrals=False,
            check_names=False,
            auto_encode=True,
        )
        try:
            line.open(read_server_info=False)
            if self._table.start_tls:
                line.start_tls(read_server_info=False)
            yield line
        except LDAPException as error:
            raise _in_our_words(error, tls) from error
        finally:
            _hang_up(line)


def refuse_unless_done(result: dict[str, Any], doing: str) -> None:
    """Raises DirectoryAway, DirectoryMisused: the directory did not do what we asked."""
    if result["result"] in PASSING:
        raise DirectoryAway()
    if result["result"] != SUCCESS:
        raise DirectoryMisused(f"{doing}: {result['description']}")


def _in_our_words(
    error: LDAPException, tls: CheckedTls | None
) -> DirectoryAway | DirectoryUntrusted | DirectoryMisused:
    if tls is not None and tls.distrust:
        return DirectoryUntrusted(tls.distrust)
    if isinstance(error, LDAPOperationResult) or _is_ours(error):
        return DirectoryMisused(str(error)[:120])
    return DirectoryAway()


def _is_ours(error: LDAPException) -> bool:
    """Whether the fault lies in what we ask: a filter, a name, TLS that is not offered."""
    name = type(error).__name__
    return any(part in name for part in ("Filter", "InvalidDn", "StartTLS", "Attribute"))


def _hang_up(line: Any) -> None:
    """Whatever state it is in; the library leaves sockets open that never became a line."""
    with suppress(LDAPException, OSError):
        line.unbind()
    if line.socket is not None:
        with suppress(OSError):
            line.socket.close()
