"""Whose certificates a program trusts: the machine's authorities, or only the bank's own.

With a file of one's own nothing else is trusted, so that a certificate from elsewhere, however
public, does not open the way between a device and its server.
"""

import ssl
from pathlib import Path

from shared.domain.errors import EnvironmentFailed, FileUnreadable


class ServerUntrusted(EnvironmentFailed):
    """Somebody answers, and cannot prove to be the branch server."""

    code = "server_untrusted"
    sentence = (
        "The server %1 cannot prove who it is: %2. Start this program with --ca and your bank's "
        "CA file, or call support."
    )


def context_of(ca: str) -> ssl.SSLContext:
    """For programs without windows: trusts what is in this PEM file; empty: the machine's.

    Raises:
        FileUnreadable: no such file, or no certificate in it.
    """
    if not ca:
        return ssl.create_default_context()
    require_file(ca)
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(ca)
    except (OSError, ssl.SSLError) as error:
        raise FileUnreadable(ca, "it holds no certificate in PEM") from error
    return context


def require_file(ca: str) -> None:
    """Raises FileUnreadable when the file cannot be opened."""
    try:
        with Path(ca).open("rb"):
            pass
    except OSError as error:
        raise FileUnreadable(ca, error.strerror) from error


def distrust_in(error: BaseException) -> str:
    """Why a certificate was not believed, when that lies at the bottom of the error; else empty."""
    while (below := error.__cause__ or error.__context__) is not None:
        error = below
    if not isinstance(error, ssl.SSLError):
        return ""
    return str(getattr(error, "verify_message", "") or error)
