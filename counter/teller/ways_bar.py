"""Under the sign-in form: the bank's own account, by password or in the browser."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shared.i18n import translate
from shared.protocol.sign_in import SignInWays


class WaysBar(QWidget):
    """Up to two keys; none where the branch knows PINs only.

    Signals:
        swapped: the form takes the other kind of name and secret.
        browserAsked: sign in in the browser; or, while that goes on, do not.
    """

    swapped = Signal()
    browserAsked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.swap, self.browser = QPushButton(), QPushButton()
        self.swap.setObjectName("signInSwap")
        self.browser.setObjectName("signInBrowser")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        for key, signal in ((self.browser, self.browserAsked), (self.swap, self.swapped)):
            key.setMinimumHeight(40)
            key.clicked.connect(signal)
            column.addWidget(key)
        self.hide()

    def show_ways(
        self, ways: SignInWays, language: str, *, is_account: bool, is_waiting: bool, is_ready: bool
    ) -> None:
        """``is_account``: the form asks for account and password; ``is_waiting``: for a browser."""
        self.swap.setVisible(ways.password and ways.pin)
        self.browser.setVisible(ways.browser)
        self.setVisible(ways.browser or (ways.password and ways.pin))
        self.swap.setEnabled(not is_waiting)
        self.browser.setEnabled(is_ready or is_waiting)
        self.swap.setText(
            translate("Teller", "Sign in with staff number and PIN", language=language)
            if is_account
            else translate("Teller", "Sign in with the bank's account", language=language)
        )
        self.browser.setText(
            translate("Teller", "Do not wait for the browser", language=language)
            if is_waiting
            else translate(
                "Teller", "Sign in with the bank's account in the browser", language=language
            )
        )
