"""The numbered stream of events over QNetworkAccessManager: one connection at a time.

It reads what comes and says when nothing came for too long; ``shared.client.link`` decides when to
connect again and from which sequence on.
"""

import logging
from datetime import datetime

from pydantic import ValidationError
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkReply, QNetworkRequest

from shared.client.clock import is_clock
from shared.client.sse import Comment, Frame, SseParser
from shared.client.wire import Wire
from shared.protocol.event import EventView
from shared.protocol.forecast import ForecastView

BEAT = "beat"
FORECAST = "forecast"

logger = logging.getLogger(__name__)


class EventStream(QObject):
    """Server-sent events.

    Signals:
        foretold(ForecastView): a forecast; it stands in no log.
        opened(): the server accepted the stream.
        alive(): bytes came. beat(datetime): the server's time.
        arrived(EventView): an event as it came; duplicates and gaps are the reader's business.
        lost(bool): the connection ended or was refused (False), or was silent for too long (True);
            once per connection.
    """

    opened = Signal()
    alive = Signal()
    beat = Signal(object)
    arrived = Signal(object)
    foretold = Signal(object)
    lost = Signal(bool)

    def __init__(self, wire: Wire, silence_ms: int, parent: QObject) -> None:
        """Not connected."""
        super().__init__(parent)
        self._wire = wire
        self._reply: QNetworkReply | None = None
        self._parser = SseParser()
        self._is_open = False
        self._watch = QTimer(self, singleShot=True, interval=silence_ms)
        self._watch.timeout.connect(self._fell_silent)

    def connect_from(self, path: str, last: int) -> None:
        """Open the stream; events after the sequence ``last`` come."""
        self.disconnect_now()
        headers = {"Accept": "text/event-stream", "Last-Event-ID": str(last)}
        request = self._wire.request(path, headers)
        self._parser = SseParser()
        self._is_open = False
        reply = self._wire.network.get(request)
        self._reply = reply
        reply.readyRead.connect(self._read)
        reply.finished.connect(self._ended)
        self._watch.start()

    def disconnect_now(self) -> None:
        """Close the connection without telling ``lost``."""
        self._watch.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.readyRead.disconnect(self._read)
            reply.finished.disconnect(self._ended)
            reply.abort()

    def _ended(self) -> None:
        """The connection is no good any more."""
        self._drop(is_silent=False)

    def _fell_silent(self) -> None:
        """No byte for too long: the server is frozen, or the cable is out."""
        self._drop(is_silent=True)

    def _drop(self, *, is_silent: bool) -> None:
        """Let go of the connection and say so."""
        if self._reply is not None:
            self.disconnect_now()
            self.lost.emit(is_silent)

    def _read(self) -> None:
        """Bytes came."""
        reply = self._reply
        if reply is None:
            return
        if reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) != 200:
            self._ended()
            return
        self._watch.start()
        if not self._is_open:
            self._is_open = True
            self.opened.emit()
        self.alive.emit()
        if not reply.isOpen():
            return  # it was cut off while listeners heard of it
        for each in self._parser.feed(bytes(reply.readAll().data())):
            if self._reply is reply:  # a listener may have closed the stream
                self._tell(each)

    def _tell(self, each: Frame | Comment) -> None:
        """A beat sets the clock, a frame is an event."""
        if isinstance(each, Comment):
            word, _, moment = each.text.partition(" ")
            if word == BEAT and moment:
                self._tell_beat(moment)
            return
        if each.event == FORECAST:
            self._tell_forecast(each.data)
            return
        try:
            event = EventView.model_validate_json(each.data)
        except ValidationError:
            event = None
        if event is None or not is_sound(event):
            logger.warning("push.unreadable %s", each.id)  # the log is asked to fill the gap
            return
        self.arrived.emit(event)

    def _tell_forecast(self, data: str) -> None:
        """A forecast that can be read; the next one comes soon."""
        try:
            found = ForecastView.model_validate_json(data)
        except ValidationError:
            logger.warning("push.unreadable_forecast")
            return
        self.foretold.emit(found)

    def _tell_beat(self, moment: str) -> None:
        """The server's time, if it can be read."""
        try:
            now = datetime.fromisoformat(moment)
        except ValueError:
            return
        if now.tzinfo is not None:
            self.beat.emit(now)


def is_sound(event: EventView) -> bool:
    """Whether its times can be compared with ours."""
    return is_clock(event.at) and is_clock(event.recorded_at)
