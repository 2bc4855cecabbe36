"""Whose certificates a window trusts; see ``shared.config.trust``."""

from PySide6.QtNetwork import QSslCertificate, QSslConfiguration

from shared.config.trust import require_file
from shared.domain.errors import FileUnreadable


def qt_configuration_of(ca: str) -> QSslConfiguration:
    """Trusts only the authorities in this PEM file.

    Raises:
        FileUnreadable: no such file, or no certificate in it.
    """
    require_file(ca)
    certificates = QSslCertificate.fromPath(ca)
    if not certificates:
        raise FileUnreadable(ca, "it holds no certificate in PEM")
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setCaCertificates(certificates)
    return configuration
