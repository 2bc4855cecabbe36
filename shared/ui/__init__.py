"""The one look of every program: tokens, theme, font, icons, texts on screen, QML controls.

Start at ``shared.ui.app`` (the application object) and ``shared.ui.engine`` (QML engine).
"""
