"""A QML engine of ours: module name = folder path, own Theme and Language, warnings collected.

``LobbyEngine(theme, language)`` then ``load("kiosk.ticketing.screens", "Main", {...})``. At the end
``close()``: windows first, then the engine, then the Python objects, so that no binding ever sees
an object that is gone.
"""

import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtQml import (
    QQmlComponent,
    QQmlEngine,
    QQmlError,
    qmlRegisterSingletonType,
)
from PySide6.QtQuick import QQuickItem, QQuickWindow

from shared.ui.icon import IconProvider
from shared.ui.language import Language
from shared.ui.theme import Theme

ROOT = Path(__file__).parents[2]
"""The folder that holds shared, kiosk, counter and simulator: the root of all module names."""

MODULE = "shared.ui.controls"

logger = logging.getLogger(__name__)


class QmlBroken(RuntimeError):
    """A QML file of ours does not load: a bug, with the engine's own messages."""


@cache
def _register_singletons() -> None:
    """Tell QML, once per process, where an engine finds its Theme and its Language."""
    for kind, find in ((Theme, _theme), (Language, _language)):
        # The stubs ask for bytes as the QML name, PySide 6.11 accepts only str.
        qmlRegisterSingletonType(  # type: ignore[call-overload]
            kind, MODULE, 1, 0, kind.__name__, find
        )


def _theme(engine: QQmlEngine) -> object:
    """The theme that an engine carries."""
    return engine.property("theme")


def _language(engine: QQmlEngine) -> object:
    """The language that an engine carries."""
    return engine.property("language")


class LobbyEngine(QQmlEngine):
    """A QML engine that knows our modules, icons, theme and language."""

    def __init__(self, theme: Theme | None = None, language: Language | None = None) -> None:
        """An engine with its own (or the given) Theme and Language."""
        _register_singletons()
        super().__init__()
        self.theme = theme or Theme()
        self.language = language or Language()
        self.problems: list[str] = []
        self._icons = IconProvider()
        self._made: list[QObject] = []
        self._given: list[QObject] = []
        for name, thing in (("theme", self.theme), ("language", self.language)):
            QQmlEngine.setObjectOwnership(thing, QQmlEngine.ObjectOwnership.CppOwnership)
            self.setProperty(name, thing)
        self.addImportPath(str(ROOT))
        self.addImageProvider("icon", self._icons)
        self.warnings.connect(self._note)

    def _note(self, errors: list[QQmlError]) -> None:
        """Remember the engine's warnings; tests assert that there are none."""
        for error in errors:
            self.problems.append(error.toString())
            logger.warning("qml.warning %s", error.toString())

    def create(
        self, module: str, name: str, properties: Mapping[str, object] | None = None
    ) -> QObject:
        """An object of a QML type with its initial properties; lives until ``close``.

        Objects among the properties are kept alive as long as the engine.

        Raises:
            QmlBroken: the QML file has an error or a required property is missing.
        """
        given = dict(properties or {})
        self._given += [value for value in given.values() if isinstance(value, QObject)]
        component = QQmlComponent(self)
        component.loadFromModule(module, name)
        made = component.createWithInitialProperties(given) if component.isReady() else None
        if made is None or component.isError():
            raise QmlBroken("; ".join(error.toString() for error in component.errors()))
        self.keep(component)
        return self.keep(made)

    def keep(self, thing: QObject) -> QObject:
        """Hold a QML object until ``close`` destroys it, before the engine goes."""
        self._made.append(thing)
        return thing

    def load(
        self, module: str, name: str, properties: Mapping[str, object] | None = None
    ) -> QQuickWindow:
        """A window for a QML type: the type itself when it is a Window, else a window around it.

        The window is not shown yet.

        Raises:
            QmlBroken: as ``create``.
        """
        made = self.create(module, name, properties)
        if isinstance(made, QQuickWindow):
            return made
        if not isinstance(made, QQuickItem):
            raise QmlBroken(f"{module}.{name} is neither a window nor an item")
        window = QQuickWindow()
        window.setColor(self.theme.window)
        window.resize(round(made.width()), round(made.height()))
        made.setParentItem(window.contentItem())
        # Plain functions: PySide looks for bound methods on the QML type and finds none.
        window.widthChanged.connect(lambda width, item=made: item.setWidth(width))
        window.heightChanged.connect(lambda height, item=made: item.setHeight(height))
        self.keep(window)
        return window

    def close(self) -> None:
        """Destroy what was made (last first), then the engine; safe to call twice."""
        while self._made:
            thing = self._made.pop()
            if shiboken6.isValid(thing) and thing.parent() is None:
                thing.deleteLater()
                QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)
        if shiboken6.isValid(self):
            shiboken6.delete(self)
        self._given.clear()
