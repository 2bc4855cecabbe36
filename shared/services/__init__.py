"""Use cases of the branch server: one function per command, and the views that people read.

They know the domain, the profile and the wire, never a database or a web framework. What they need
from outside (a clock, identifiers, staff records) are Protocols in ``ports``.
"""
