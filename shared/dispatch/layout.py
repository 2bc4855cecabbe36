"""Column numbers of the integer rows that dispatch reads, and their bounds.

A row is anything indexable by column: a list of ints in the live branch, one line of an int64
array in compiled code. ``-1`` means "none" in every column that names something.
"""

from typing import Final

# One row per waiting ticket.
T_CLASS: Final = 0  # index of the policy row: service index x number of segments + segment index
T_SERVICE: Final = 1  # service index, 0..61, a bit in C_SERVICES
T_SEGMENT: Final = 2  # segment index, 0..61, a bit in C_SEGMENTS
T_SENIOR_US: Final = 3  # arrival adjusted by credits: who came first in the eyes of the profile
T_ARRIVED_US: Final = 4  # arrival at the branch
T_OVERTAKEN: Final = 5  # how often somebody junior was called past this ticket
T_DUE_US: Final = 6  # time of the appointment, or -1
T_COUNTER: Final = 7  # counter index this ticket is bound to, or -1
T_PERSON: Final = 8  # staff index this ticket is bound to, or -1
T_ORDER: Final = 9  # issue order within the day: the last tie-breaker, never equal
TICKET_WIDTH: Final = 10

# One row per counter.
C_INDEX: Final = 0  # the counter's own index
C_PERSON: Final = 1  # staff index of who sits there, or -1
C_SERVICES: Final = 2  # bit per service that is served there now
C_SEGMENTS: Final = 3  # bit per segment that is served there
C_PREFERENCE: Final = 4  # a lower number is filled first when several counters stand by
COUNTER_WIDTH: Final = 5

# One row per class (service x segment).
P_BASE_MILLI: Final = 0  # score at arrival, thousandths of a point
P_GROWTH_MILLI: Final = 1  # growth of the score per minute waited, thousandths of a point
POLICY_WIDTH: Final = 2

MINUTE_US: Final = 60_000_000
MASK_BITS: Final = 62  # services or segments of one branch: bits of a signed 64-bit mask

# Bounds checked when a profile is loaded. They keep every score inside a signed 64-bit integer:
# 1e10 * 6e7 + 1e6 * 4e12 = 4.6e18 < 2**63 = 9.2e18.
BASE_MILLI_MAX: Final = 10_000_000_000
GROWTH_MILLI_MAX: Final = 1_000_000
HORIZON_US: Final = 4_000_000_000_000  # 46 days: the longest run a simulation may ask for

NOBODY: Final = -1
