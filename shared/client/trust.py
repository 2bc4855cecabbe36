"""Whose certificates a client trusts: the machine's, or only the bank's own authority.

With a file of one's own nothing else is trusted, so that a certificate from elsewhere, however
public, does not open the way between a kiosk and its server.
"""

import ssl
from pathlib import Path
from typing import TYPE_CHECKING

from shared.domain.errors import EnvironmentFailed, FileUnreadable

if TYPE_CHECKING:  # the tools without windows use this module too
    from PySide6.QtNetwork import QSslConfiguration


class ServerUntrusted(EnvironmentFailed):
    """Somebody answers, and cannot prove to be the branch server."""

    code = "server_untrusted"
    sentence = (
        "The server %1 cannot prove who it is: %2. Start this program with --ca and your bank's "
        "CA file, or call support."
    )


def context_of(ca: str) -> ssl.SSLContext:
    """For tools: trusts the certificates in this PEM file, or the machine's when it is empty.

    Raises:
        FileUnreadable: no such file, or no certificate in it.
    """
    if not ca:
        return ssl.create_default_context()
    _check(ca)
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(ca)
    except (OSError, ssl.SSLError) as error:
        raise FileUnreadable(ca, "it holds no certificate in PEM") from error
    return context


def reason_of(error: BaseException) -> str:
    """Why a certificate was not believed, in OpenSSL's words."""
    return str(getattr(error, "verify_message", "") or error)


def qt_configuration_of(ca: str) -> "QSslConfiguration":
    """The same for windows.

    Raises:
        FileUnreadable: no such file, or no certificate in it.
    """
    from PySide6.QtNetwork import QSslCertificate, QSslConfiguration

    configuration = QSslConfiguration.defaultConfiguration()
    if ca:
        _check(ca)
        certificates = QSslCertificate.fromPath(ca)
        if not certificates:
            raise FileUnreadable(ca, "it holds no certificate in PEM")
        configuration.setCaCertificates(certificates)
    return configuration


def _check(ca: str) -> None:
    """Raises FileUnreadable when the file cannot be opened."""
    try:
        with Path(ca).open("rb"):
            pass
    except OSError as error:
        raise FileUnreadable(ca, error.strerror) from error
