"""The rating pad at a counter: opens by itself when a visit closes, five faces, Skip (QML)."""
