"""The desk: what staff do away from the counters. Cases, stories of tickets, and more pages.

``shell`` is the window: sign-in, the bar, the pages at the left. Each page is a folder of its own
with a ``PageSpec``, listed in ``pages``; see ``shell.page``.
"""
