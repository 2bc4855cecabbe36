"""Column numbers of the integer rows that dispatch reads, and their bounds.

A row is anything indexable by column: a list of ints in the live branch, one line of an int64
array in compiled code. ``-1`` means "none" in every column that names something.
"""

from typing import Final

# One row per waiting ticket.
T_CLASS: Final = 0  # index of the policy row: service index x number of segments + segment index
T_SERVICE: Final = 1  # service index, 0..61, a bit in C_SERVICES
T_SEGMENT: Final = 2  # segment index, 0..61, a bit in C_SEGMENTS
T_SENIOR_US: Final = 3  # arrival adjusted by credits; the booked time of an appointment
T_ARRIVED_US: Final = 4  # arrival at the branch
T_OVERTAKEN: Final = 5  # how often somebody junior was called past this ticket
T_DUE_US: Final = 6  # booked time of an appointment that is kept, or -1
T_COUNTER: Final = 7  # counter index this ticket is bound to, or -1
T_PERSON: Final = 8  # staff index this ticket is bound to, or -1
T_ORDER: Final = 9  # issue order within the day: the last tie-breaker, never equal
T_CONTINUES: Final = 10  # 1: comes back to a visit that has begun (held, sent on), else 0
T_NEEDS: Final = 11  # bit per service still needed, the present one among them
TICKET_WIDTH: Final = 12

# One row per counter; from C_SPEED on one column per service.
C_INDEX: Final = 0  # the counter's own index
C_PERSON: Final = 1  # staff index of who sits there, or -1
C_SERVICES: Final = 2  # bit per service that is served there now
C_SEGMENTS: Final = 3  # bit per segment that is served there
C_PREFERENCE: Final = 4  # a lower number is filled first when several counters stand by
C_OVER_SERVICES: Final = 5  # overflow: bit per service taken when none of its own wait
C_OVER_SEGMENTS: Final = 6  # overflow: bit per segment taken when none of its own wait
C_OVER_AFTER_US: Final = 7  # overflow: only who has waited at least this long
C_SPEED: Final = 8  # + service index: thousandths of the usual speed
COUNTER_WIDTH: Final = 8  # without the speeds

# One row per class (service x segment).
P_BASE_MILLI: Final = 0  # score at arrival, thousandths of a point
P_GROWTH_MILLI: Final = 1  # growth of the score per minute waited, thousandths of a point
P_WEIGHT_MILLI: Final = 2  # cost-weighted: services per reference time; 0: not weighted
P_MAX_WAIT_US: Final = 3  # maximum wait, or -1
P_CAP: Final = 4  # how often somebody of this class may be overtaken, or -1
POLICY_WIDTH: Final = 5

# One row for the whole branch.
H_APPOINTMENT_US: Final = 0  # an appointment is guaranteed this long after its booked time, or -1
H_OVERLOAD_RULE: Final = 1  # one of the OVERLOAD codes
H_OVERLOAD_SHARE_MILLI: Final = 2  # overload: at least this share is past its maximum wait
H_OVERLOAD_LEAST: Final = 3  # overload: at least so many are
H_OVERLOAD_ONE_IN: Final = 4  # alternate: one call in so many goes by appointment, ratio and score
HOUSE_WIDTH: Final = 5

OVERLOAD_NONE: Final = 0  # the maximum wait decides, however many are past it
OVERLOAD_LONGEST: Final = 1  # who came first
OVERLOAD_SCORE: Final = 2  # appointment, ratio and score, as if there were no maximum wait
OVERLOAD_ALTERNATE: Final = 3  # mostly who came first, one call in so many by score

# One row per group of a ratio rule; the groups of a rule stand together, rules count from 0.
R_RULE: Final = 0
R_SERVICES: Final = 1  # bit per service of the group
R_SEGMENTS: Final = 2  # bit per segment of the group
R_SHARE: Final = 3  # calls of this group per cycle
RATIO_WIDTH: Final = 4
RATIO_RULES_MAX: Final = 4

# The explicit state that a call moves on: S_GROUPS + group index counts the group's calls.
S_TURN: Final = 0  # calls since the last one that went by score, in overload
S_GROUPS: Final = 1

MINUTE_US: Final = 60_000_000
MASK_BITS: Final = 62  # services or segments of one branch: bits of a signed 64-bit mask

# Bounds checked when a profile is loaded. They keep every score inside a signed 64-bit integer:
# 1e10 * 6e7 + 1e6 * 4e12 = 4.6e18 < 2**63 = 9.2e18. A weighted score is divided by 1,000, then
# multiplied by at most 5 x 4 x 1,000: (1e7 * 6e7 + 1e5 * 4e12) / 1e3 * 2e4 = 8.1e18.
BASE_MILLI_MAX: Final = 10_000_000_000
GROWTH_MILLI_MAX: Final = 1_000_000
COST_MILLI_MAX: Final = 10_000_000
COST_GROWTH_MILLI_MAX: Final = 100_000
WEIGHT_MILLI_MAX: Final = 5_000
SPEED_MILLI_MIN: Final = 250
SPEED_MILLI_MAX: Final = 4_000
HORIZON_US: Final = 4_000_000_000_000  # 46 days: the longest run a simulation may ask for

NOBODY: Final = -1
