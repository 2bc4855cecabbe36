"""The kiosk measures itself: every screen, in millimetres of the panel it will hang on.

``run.self_test(profile)`` opens the screens (``screens``) off-screen, ``measure`` reads sizes and
colours from the item tree and the picture, ``judge`` compares them with ``limits``, ``report``
prints a table.
"""
