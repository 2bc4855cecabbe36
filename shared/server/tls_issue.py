"""An authority of the branch's own and a server certificate under it, for who has no PKI.

Elliptic curve P-256 with SHA-256. The server's certificate holds 398 days; Apple's systems accept
at most 825 from an authority that the owner of the device has added (Apple, article HT210176).
The authority holds ten years and can sign no further authority (path length 0).
"""

import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from shared.domain.errors import EnvironmentFailed, FileUnreadable

CA_DAYS: Final = 3652
SERVER_DAYS: Final = 398
BEFORE: Final = timedelta(hours=1)  # clocks of devices may be behind
OWNER_ONLY: Final = 0o600
FOR_ALL: Final = 0o644


class FolderUnwritable(EnvironmentFailed):
    """The files cannot be written."""

    code = "folder_unwritable"
    sentence = "Folder %1 cannot be written: %2. Choose another with --out."


@dataclass(frozen=True, slots=True)
class Issued:
    """Where everything lies."""

    ca: Path
    ca_key: Path
    cert: Path
    key: Path
    is_new_ca: bool


def issue(folder: Path, hosts: Sequence[str], now: datetime) -> Issued:
    """Make a server's certificate for these names and addresses.

    An authority too where none is there yet; with the same one the devices need no other file
    after a renewal.

    Raises:
        FileUnreadable: the authority that is there cannot be read. FolderUnwritable.
    """
    made = Issued(
        folder / "ca.pem",
        folder / "ca.key",
        folder / "server.pem",
        folder / "server.key",
        not (folder / "ca.key").exists(),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if made.is_new_ca:
            _make_authority(made, now)
        authority, signer = _authority(made)
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _server(authority, signer, key, hosts, now)
        _write(made.key, _private(key), OWNER_ONLY)
        _write(made.cert, certificate.public_bytes(Encoding.PEM), FOR_ALL)
    except OSError as error:
        raise FolderUnwritable(folder, error.strerror) from error
    return made


def _make_authority(made: Issued, now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Branch Lobby CA {now:%Y-%m-%d}")])
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BEFORE)
        .not_valid_after(now + timedelta(days=CA_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_others=True), critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA256())
    )
    _write(made.ca_key, _private(key), OWNER_ONLY)
    _write(made.ca, certificate.public_bytes(Encoding.PEM), FOR_ALL)


def _authority(made: Issued) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    try:
        certificate = x509.load_pem_x509_certificate(made.ca.read_bytes())
        key = load_pem_private_key(made.ca_key.read_bytes(), None)
    except FileNotFoundError as error:
        raise FileUnreadable(error.filename, "there is no such file") from error
    except (ValueError, TypeError) as error:
        raise FileUnreadable(made.ca_key, "it is no authority that this program made") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise FileUnreadable(made.ca_key, "it is no authority that this program made")
    return certificate, key


def _server(
    authority: x509.Certificate,
    signer: ec.EllipticCurvePrivateKey,
    key: ec.EllipticCurvePrivateKey,
    hosts: Sequence[str],
    now: datetime,
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0][:64])])
    ends = min(now + timedelta(days=SERVER_DAYS), authority.not_valid_after_utc)
    public = signer.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BEFORE)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_others=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_name(h) for h in hosts]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), critical=False)
        .sign(signer, hashes.SHA256())
    )


def _name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _usage(*, signs_others: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_others,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_others,
        crl_sign=signs_others,
        encipher_only=False,
        decipher_only=False,
    )


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(path: Path, content: bytes, mode: int) -> None:
    """Replace a file; one that is secret is never readable by others, not even while it is made."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
    fresh.replace(path)
