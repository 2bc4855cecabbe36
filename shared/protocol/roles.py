"""Roles of staff in a session, as programs in the branch and the server both read them."""

from typing import Final

#: Who may act for the whole lobby: at any counter, out of order, incidents, rush. The server has
#: the last word; programs use it to offer only what will be granted.
IN_CHARGE: Final = frozenset({"lead", "supervisor", "manager", "admin"})

#: Who may write a change to the profile; who decides about another's is the server's to say.
DRAFTING: Final = frozenset({"lead", "supervisor", "manager", "admin"})
