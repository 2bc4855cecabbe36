"""One real OpenLDAP for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.open_ldap import OpenLdap, open_ldap


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenLdap]:
    """It runs for as long as the tests do."""
    folder: Path = tmp_path_factory.mktemp("ldap")
    with open_ldap(folder) as running:
        yield running
