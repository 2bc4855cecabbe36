"""One HTTP request and its answer, asynchronously, with a short timeout."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, QUrl, Signal
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QRestAccessManager,
    QRestReply,
)

from shared.client.trust import qt_configuration_of
from shared.i18n import current_language


@dataclass(frozen=True)
class Answer:
    """What came back; ``status`` 0 when nothing did (refused, timed out, cut off).

    ``untrusted``: why the server's certificate was not believed; nothing was sent then.
    """

    status: int
    body: bytes = b""
    untrusted: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the server did what was asked."""
        return 200 <= self.status < 300

    @property
    def is_lost(self) -> bool:
        """Whether it makes sense to ask again: no answer, or a server that is stopping."""
        return self.status in {0, 502, 503, 504}


class Wire(QObject):
    """Requests to one server at a time with this device's key, straight and never through a proxy.

    Signals:
        answered(Answer): a server answered a request, whatever it said.
    """

    answered = Signal(object)

    def __init__(
        self, server: str, key: str, timeout_ms: int, parent: QObject, ca: str = ""
    ) -> None:
        """Nothing is sent yet. ``server`` is an address such as http://127.0.0.1:8100.

        ``ca``: PEM file with the only authority that is trusted; empty: the machine's.

        Raises:
            FileUnreadable: the CA's file.
        """
        super().__init__(parent)
        self.server = server.rstrip("/")
        self._key = key
        self._timeout_ms = timeout_ms
        self.network = QNetworkAccessManager(self)
        self.network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self.network.setAutoDeleteReplies(True)
        self._tls = qt_configuration_of(ca) if ca else None
        self._rest = QRestAccessManager(self.network, self)
        self._open: set[QNetworkReply] = set()
        self._is_closed = False

    def request(self, path: str, headers: Mapping[str, str] | None = None) -> QNetworkRequest:
        """A request to a path, with which device we are and in which language to answer."""
        request = QNetworkRequest(QUrl(self.server + path))
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.AlwaysNetwork,
        )
        # A branch server sends nobody elsewhere; whoever does is not to get our key.
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.ManualRedirectPolicy,
        )
        if self._tls is not None:
            request.setSslConfiguration(self._tls)
        common = {"Accept-Language": current_language(), "Accept": "application/json"}
        if self._key:
            common["Authorization"] = f"Bearer {self._key}"
        for name, value in {**common, **(headers or {})}.items():
            request.setRawHeader(name.encode(), value.encode())
        return request

    def ask(
        self,
        method: str,
        path: str,
        on_answer: Callable[[Answer], object],
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout_ms: int | None = None,
    ) -> None:
        """Send a request; ``on_answer`` is called once, later, unless ``close`` comes before."""
        if self._is_closed:
            return
        request = self.request(path, headers)
        request.setTransferTimeout(timeout_ms or self._timeout_ms)
        if body is not None:
            request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")

        def finished(rest: QRestReply) -> None:
            self._open.discard(reply)
            if self._is_closed:
                return
            answer = _answer_in(rest)
            on_answer(answer)
            if answer.status:
                self.answered.emit(answer)

        payload = QByteArray(body or b"")
        verb = QByteArray(method.encode())
        reply = self._rest.sendCustomRequest(request, verb, payload, self, finished)
        self._open.add(reply)

    def turn_to(self, server: str) -> None:
        """Ask this server from now on; what is under way to the other one is not answered."""
        self.server = server.rstrip("/")
        for reply in tuple(self._open):
            reply.abort()
        self.network.clearConnectionCache()

    def close(self) -> None:
        """Abort what is under way; no answer is delivered after it."""
        self._is_closed = True
        for reply in tuple(self._open):
            reply.abort()
        self._open.clear()
        self.network.clearConnectionCache()  # or a server that stops waits for our farewell


def _answer_in(rest: QRestReply) -> Answer:
    """The answer; a reply that was cut off in its middle is no answer."""
    status = rest.httpStatus()
    reply = rest.networkReply()
    if status > 0 and not rest.hasError():
        return Answer(status, bytes(rest.readBody().data()) if reply.isOpen() else b"")
    if reply.error() == QNetworkReply.NetworkError.SslHandshakeFailedError:
        return Answer(0, untrusted=reply.errorString())
    return Answer(0)
