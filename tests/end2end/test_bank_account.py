"""A teller signs in with the bank's account: real window, real server, real OpenLDAP."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter.teller.program import create
from shared.client.rest import RestClient
from shared.ui.app import widget_application
from tests.support.open_ldap import BASE, PASSWORD, PEOPLE, needs_slapd, open_ldap
from tests.support.server import running_server

pytestmark = needs_slapd
WAIT_MS = 15_000
REFUSED = "Account and password do not match."
FILE = """
pin = "never"
[[roles]]
group = "cn=tellers,ou=groups,{base}"
role = "teller"
[ldap]
url = "{url}"
ca = "{ca}"
person_dn = "uid={{account}},{people}"
"""


def test_wrong_and_right_password_at_the_counter(qtbot: QtBot, tmp_path: Path) -> None:
    widget_application("en")
    file = tmp_path / "directory.toml"
    with open_ldap(tmp_path) as ldap:
        text = FILE.format(base=BASE, url=ldap.url, ca=ldap.ca, people=PEOPLE)
        file.write_text(text, encoding="utf-8")
        with running_server(tmp_path, directory=file) as server:
            client = RestClient(server.base_url, server.keys["teller"], server.branch)
            client.start()
            program = create(client, {"counter": "3", "language": "en"})
            program.show()
            form = program.window.sign_in
            asked = "Account of the bank"
            qtbot.waitUntil(lambda: form.staff.accessibleName() == asked, timeout=WAIT_MS)
            qtbot.waitUntil(form.submit.isEnabled, timeout=WAIT_MS)
            for password in ("wrong", PASSWORD):
                form.staff.setText("anna")
                QTest.keyClicks(form.pin, password)
                QTest.keyClick(form.pin, Qt.Key.Key_Return)
                if password == "wrong":
                    qtbot.waitUntil(
                        lambda: form.problem.text().startswith(REFUSED), timeout=WAIT_MS
                    )
            qtbot.waitUntil(lambda: program.presenter.is_at_desk, timeout=WAIT_MS)
            session = program.presenter.session
            assert session is not None
            assert (session.staff, session.name, session.role) == ("t1", "Name of anna", "teller")
            program.close()
            client.stop()
