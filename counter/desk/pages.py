"""The pages of the desk, in the order of the bar at the left. A page more is a line here."""

from typing import Final

from counter.desk.entering.page import ENTER
from counter.desk.inbox.page import INBOX
from counter.desk.people.page import PEOPLE
from counter.desk.profile.page import PROFILE
from counter.desk.shell.page import PageSpec
from counter.desk.surveys.page import SURVEYS
from counter.desk.tickets.page import TICKETS

PAGES: Final[tuple[PageSpec, ...]] = (INBOX, TICKETS, ENTER, SURVEYS, PEOPLE, PROFILE)
