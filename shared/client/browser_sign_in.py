"""Sign-in in the system's browser: open it, and listen on this machine until it comes back.

RFC 8252: the address to return to is this machine's own (127.0.0.1), on a port that is open for
this sign-in only. What comes is handed to the branch server; no password and no token is seen here.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from shared.client.ports import Failure, LobbyClient, Reply
from shared.domain.errors import LobbyError, PortInUse
from shared.domain.sign_in_refused import NobodySignedIn
from shared.i18n import current_language, error_sentence, translate
from shared.protocol.sign_in import BeginBrowser, BrowserBegun, FinishBrowser

HERE: Final = "127.0.0.1"
PLACE: Final = "/signed-in"
#: As long as the server believes what it began.
PATIENCE_MS: Final = 600_000
#: A browser's first line with the answer; more is nobody's business here.
MOST_BYTES: Final = 16_384
PAGE: Final = """<!doctype html><html lang="{language}"><meta charset="utf-8">
<title>{title}</title><body style="font: 20px sans-serif; margin: 15vh auto; max-width: 24em">
<h1 style="font-size: 28px">{title}</h1><p>{words}</p></body></html>"""


class BrowserSignIn(QObject):
    """One sign-in at a time; beginning another ends the one before."""

    def __init__(
        self,
        client: LobbyClient,
        parent: QObject | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        """Nothing is open yet. ``open_url``: the system's way to show an address."""
        super().__init__(parent)
        self._client, self._open_url = client, open_url
        self._reply: Reply | None = None
        self._exchange: Reply | None = None
        self._server: QTcpServer | None = None
        self._state = self._counter = self._address = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.cancel)

    def begin(self, counter: str, port: int = 0) -> Reply:
        """Open the browser: ``Session``. ``port`` to listen on; 0: any free one."""
        self.cancel()
        self._reply, self._counter = Reply(), counter
        reply = self._reply
        server = self._server = QTcpServer(self)
        server.newConnection.connect(self._on_connection)
        if not server.listen(QHostAddress(HERE), port):
            self._end(reply, _failure(PortInUse(port)))
            return reply
        self._address = f"http://{HERE}:{server.serverPort()}{PLACE}"
        begun = self._client.begin_browser(BeginBrowser(redirect_uri=self._address))
        begun.then(lambda told: self._show(reply, told), lambda no: self._end(reply, no))
        self._patience.start()
        return reply

    @property
    def is_waiting(self) -> bool:
        """Whether a browser is out there for us."""
        return self._reply is not None

    @Slot()
    def cancel(self) -> None:
        """Whoever was to sign in does not any more."""
        if self._exchange is not None:
            self._exchange.give_up()
        if self._reply is not None:
            self._end(self._reply, _failure(NobodySignedIn()))

    def _show(self, attempt: Reply, begun: BrowserBegun) -> None:
        if attempt is not self._reply or self._server is None:
            return
        self._state = begun.state
        if not self._open_url(QUrl(begun.url, QUrl.ParsingMode.StrictMode)):
            self._end(attempt, _failure(NobodySignedIn()))

    @Slot()
    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._on_bytes(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._on_bytes(socket)

    def _on_bytes(self, socket: QTcpSocket) -> None:
        """The first line is enough; whatever else a browser asks for is not here."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        words = bytes(socket.readLine(MOST_BYTES).data()).decode("ascii", "replace").split()
        socket.readAll()
        where = urlsplit(words[1]) if len(words) > 1 and words[0] == "GET" else urlsplit("")
        told = {name: values[0] for name, values in parse_qs(where.query).items()}
        is_ours = where.path == PLACE and self._state and told.get("state") == self._state
        _answer(socket, is_ours=bool(is_ours))
        if is_ours:
            self._finish(told.get("code", ""))

    def _finish(self, code: str) -> None:
        """Once: the port closes, and the server decides."""
        attempt = self._reply
        if not code or attempt is None:
            self.cancel()
            return
        command = FinishBrowser(
            state=self._state, code=code, redirect_uri=self._address, counter=self._counter or None
        )
        self._close()
        exchange = self._exchange = self._client.sign_in(command)
        exchange.then(lambda said: self._end(attempt, said), lambda no: self._end(attempt, no))

    def _end(self, attempt: Reply, result: object) -> None:
        """Unless it was given up: what comes late is not for the attempt after it."""
        if attempt is not self._reply:
            return
        self._close()
        self._reply = self._exchange = None
        attempt.settle(result)

    def _close(self) -> None:
        self._patience.stop()
        self._state = ""
        server, self._server = self._server, None
        if server is not None:
            server.close()
            QTimer.singleShot(1000, server, server.deleteLater)  # the page is still on its way


def _answer(socket: QTcpSocket, *, is_ours: bool) -> None:
    status = "200 OK" if is_ours else "404 Not Found"
    page = PAGE.format(
        language=current_language(),
        title=translate("Client", "You can go back to the window"),
        words=translate("Client", "This page is not needed any more; close it."),
    )
    body = page.encode() if is_ours else b""
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Cache-Control: no-store\r\n"
        f"Referrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    socket.write(head.encode() + body)
    socket.disconnectFromHost()


def _failure(error: LobbyError) -> Failure:
    return Failure(error.code, error_sentence(error), params=error.params)
