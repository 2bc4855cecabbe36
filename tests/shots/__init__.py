"""Pictures of every screen for the documentation: always the same files from the same sources.

``python -m tests.shots`` (``python3 dev.py shots``) opens the real windows off-screen on fake
clients with a standing clock. ``picture`` makes the files small; one module per surface says what
is to be seen; ``gallery`` lists them all.
"""
