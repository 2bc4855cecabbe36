"""The server's certificate: looked at before anybody is let in, so that a sentence says what ails.

And the rule that plain HTTP stays on this machine unless somebody says otherwise.
"""

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from shared.config.settings import ServerSettings
from shared.domain.errors import EnvironmentFailed, FileUnreadable, InputInvalid

LOCAL_NAMES: Final = frozenset({"localhost", "localhost.localdomain"})


class TlsIncomplete(InputInvalid):
    """Certificate and key belong together."""

    code = "tls_incomplete"
    sentence = "TLS needs both a certificate and its key. Give --tls-cert and --tls-key."


class TlsMismatch(EnvironmentFailed):
    """Two files of two pairs."""

    code = "tls_mismatch"
    sentence = "The key %2 does not belong to the certificate %1. Give the two of one pair."


class TlsExpired(EnvironmentFailed):
    """Every client would refuse it."""

    code = "tls_expired"
    sentence = "The certificate %1 holds from %2 to %3 only. Give one that holds today."


class PlainOutside(InputInvalid):
    """Keys, PINs and customers' tickets would go over the network in plain words."""

    code = "plain_outside"
    sentence = (
        "Without TLS everybody in the network at %1 could read keys and PINs. Give --tls-cert and "
        "--tls-key (lobby tls self-signed makes them), or say --insecure-lan."
    )


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """A certificate chain and its key, PEM, both sound."""

    cert: Path
    key: Path


def tls_files(settings: ServerSettings, now: datetime) -> TlsFiles | None:
    """The files of these settings once they were found sound; None: plain HTTP, and it may be.

    Raises:
        TlsIncomplete, TlsMismatch, TlsExpired, PlainOutside.
        FileUnreadable: a file is missing, locked with a password, or something else.
    """
    cert, key = settings.tls_cert, settings.tls_key
    if cert is None and key is None:
        if not settings.insecure_lan and not is_this_machine(settings.host):
            raise PlainOutside(settings.host)
        return None
    if cert is None or key is None:
        raise TlsIncomplete()
    _check_dates(cert, now)
    _check_pair(cert, key)
    return TlsFiles(cert, key)


def is_this_machine(host: str) -> bool:
    """Whether only programs of this machine reach a server that listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() in LOCAL_NAMES


def _check_dates(cert: Path, now: datetime) -> None:
    from cryptography import x509  # here: a server without TLS need not wait for it

    try:
        found = x509.load_pem_x509_certificate(_content(cert))
    except ValueError as error:
        raise FileUnreadable(cert, "it holds no certificate in PEM") from error
    first, last = found.not_valid_before_utc, found.not_valid_after_utc
    if not first <= now <= last:
        raise TlsExpired(cert, f"{first:%Y-%m-%d %H:%M}", f"{last:%Y-%m-%d %H:%M} UTC")


def _check_pair(cert: Path, key: Path) -> None:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        load_pem_private_key(_content(key), None)
    except TypeError as error:
        raise FileUnreadable(key, "it is locked with a password") from error
    except ValueError as error:
        raise FileUnreadable(key, "it holds no private key in PEM") from error
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(cert, key)
    except ssl.SSLError as error:
        raise TlsMismatch(cert, key) from error


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror) from error
