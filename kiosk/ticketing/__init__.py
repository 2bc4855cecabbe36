"""The ticket kiosk: one touch gives a number, on screen at once and on paper after that.

``flow`` is what happens (state machine), ``screens`` what it looks like (QML).
"""
