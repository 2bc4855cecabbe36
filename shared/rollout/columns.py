"""Columns of the arrays of a simulated day, all of int64, times in microseconds from midnight.

Ticket, counter, policy, house and ratio rows are those of ``shared.dispatch.layout``; here stands
what a day needs besides. ``-1`` means "none" wherever a column names something or somebody.
"""

from typing import Final

#: Later than everything: nothing is planned.
FAR: Final = 1 << 62
HALF_HOUR_US: Final = 1_800_000_000

# One row per customer of the day: what was drawn, and never changes.
P_SERVICE: Final = 0
P_SEGMENT: Final = 1
P_ARRIVAL_US: Final = 2  # -1: has an appointment and never comes
P_KIOSK_US: Final = 3  # time at the kiosk
P_SERVICE_US: Final = 4  # time at a counter of the usual speed, once there
P_PATIENCE_US: Final = 5  # leaves so long after the ticket; -1 never
P_BOOKED_US: Final = 6  # time of an appointment, or -1
P_PEOPLE: Final = 7  # how many come on this ticket
P_BALK_PPM: Final = 8  # 0..999,999: turns round when below the share that does
P_MACHINE: Final = 9  # one of the answers below
P_MACHINE_US: Final = 10  # time at a machine
P_SPEED_MM_S: Final = 11  # of walking
P_SECOND: Final = 12  # row of the ticket taken when the machine did not do, or -1
PERSON_WIDTH: Final = 13

DECLINES: Final = 1  # a machine would do, and is not wanted; 0: it would not
ACCEPTS: Final = 2
FAILS: Final = 3  # accepts, and needs a ticket after all
#: Arrival of the row for such a ticket.
AGAIN: Final = -2
# Behind these may stand acts, one after the other, in the order of simulator/model/act.py; whoever
# has fewer than there is room for has ACT_END in the rest. Without room everybody has one stop.
Q_KIND: Final = 0
Q_WHAT: Final = 1  # transactions, pool index, or service index
Q_AWAY_US: Final = 2  # how long away, or -1 for good
Q_TIME_US: Final = 3  # time at a counter that follows
ACT_WIDTH: Final = 4

ACT_END: Final = 0
ACT_ITEMS: Final = 1  # so many transactions
ACT_MISS: Final = 2  # does not come to the next call
ACT_HOLD: Final = 3  # is put aside, and goes on afterwards
ACT_SEND: Final = 4  # is sent on to another service
ACT_NEED: Final = 5  # has a further need
ACT_WRAP_UP: Final = 6  # leaves work behind for the teller
ACT_AUTHORISE: Final = 7  # needs a supervisor's authorisation at the end of the last stop

# One row per customer: what became of them.
O_STATE: Final = 0  # one of the states below
O_TICKET_US: Final = 1  # when the ticket was issued
O_CALLED_US: Final = 2
O_STARTED_US: Final = 3  # one walk after the call
O_ENDED_US: Final = 4  # closed, left or expired
O_COUNTER: Final = 5  # counter index
O_OVERTAKEN: Final = 6  # how often somebody junior was called past this customer
O_REASON: Final = 7  # reason code of the call (dispatch.reason)
O_KEPT: Final = 8  # 1: checked in for the appointment
O_LATE: Final = 9  # 1: and too late to keep it
O_OFFERED: Final = 10  # 1: a machine was offered
O_MACHINE_US: Final = 11  # since when at a machine
O_UNTIL_US: Final = 12  # until when there
O_LAPSED: Final = 13  # 1: the appointment has lapsed
O_STOOD_US: Final = 14  # of the wait for the first call, in which the standard's clock stood
OUTCOME_WIDTH: Final = 15

NOT_YET: Final = 0  # not there yet
MISSED: Final = 1  # had an appointment and never came
TURNED_AWAY: Final = 2  # came after the last ticket
WAITING: Final = 3
CALLED: Final = 4  # walks to the counter, or is served
CLOSED: Final = 5
LEFT: Final = 6  # lost patience
EXPIRED: Final = 7  # the branch closed before the turn came
BALKED: Final = 8  # turned round at once, ticket in hand
DIVERTED: Final = 11  # went to a machine
NO_SHOW: Final = 9  # missed the call, and has not come back
HELD: Final = 10  # put aside

# One row per counter: fixed columns first, then the state.
D_WALK_US: Final = 0  # from the call to the counter
D_FIRST: Final = 1  # first stint of whoever works there, a row of the stints
D_BEYOND: Final = 2  # the row after the last one
D_RANK: Final = 3  # its place when idle counters are filled
D_DOES: Final = 4  # one of the states below
D_ENDS_US: Final = 5  # when the present service is over, or FAR
D_STINT_US: Final = 6  # when the next stint begins or the present one ends, or FAR
D_STINT: Final = 7  # the present or next stint
D_TO_US: Final = 8  # until when the present stint lasts; -1: until everybody has left
D_CUSTOMER: Final = 9  # who was called there last
D_IS_PAUSED: Final = 10  # 1: a stint has ended with a pause, and not with closing
D_SINCE_US: Final = 11  # since when it does what it does
D_SERVING_US: Final = 12  # sum of services
D_OPEN_US: Final = 13  # sum of the time in which it could call
D_SPEED_MILLI: Final = 14  # of who sits there, on top of the counter's
D_SERVES: Final = 15  # services that who sits there may serve and has not switched off
D_OWN: Final = 16  # services that the counter can serve at all ...
D_OVER: Final = 17  # ... and with which it helps out
D_CALLED_US: Final = 18  # when the present customer was called
D_STARTED_US: Final = 19  # since when the present customer is served, or -1: not told yet
D_STEP: Final = 20  # what ends at D_ENDS_US: one of the steps below
D_RECALLS: Final = 21  # how often the present customer was called again
D_LEFT_US: Final = 22  # when the counter last closed, or stopped serving something
D_ABLE: Final = 23  # services that who sits there may serve
D_OFF: Final = 24  # services that are to be switched off there now
D_USUAL_WALK_US: Final = 25  # from the call to the counter, where no way is measured
D_ASKED: Final = 26  # place among those who have asked for a supervisor or a room
D_ROOM: Final = 27  # pool of the room that its customer has or waits for, or -1
D_ASKED_US: Final = 28  # when that was asked for
DESK_WIDTH: Final = 29

SERVES: Final = 0
AWAITS: Final = 1  # the called customer does not come
WRAPS_UP: Final = 2  # the customer has gone
ASKS: Final = 3  # no supervisor is free yet
AUTHORISES: Final = 4  # a supervisor is there
WAITS: Final = 5  # no room is free yet

AWAY: Final = 0  # not open yet, paused, closed
IDLE: Final = 1  # stands by
BUSY: Final = 2  # somebody is called or served

# One row per stint.
W_FROM_US: Final = 0
W_TO_US: Final = 1  # or -1: until everybody has left
W_PAUSES: Final = 2  # 1: it ends with a pause, 0: the counter closes
W_CALLS: Final = 3  # 0: nobody is called; the paused counter closes
W_GAP_US: Final = 4  # begins at least so long after the one before it has ended
W_SPEED_MILLI: Final = 5  # of the person
W_SKILLS: Final = 6  # services that the person may serve
W_AFTER: Final = 7  # the same person's stint at another counter that has to be over, or -1
W_THEN: Final = 8  # the stint that waits for this one, or -1
W_COUNTER: Final = 9
W_PERSON: Final = 10  # who works
STINT_WIDTH: Final = 11

# One row per service, for appointments.
A_LATE_US: Final = 0  # later than this after the booked time is a walk-in with credit
A_NO_SHOW_US: Final = 1  # later than this has lapsed
A_CREDIT_US: Final = 2
A_EARLY_US: Final = 3  # check-in begins so long before the booked time
APPOINTMENT_WIDTH: Final = 4

# One row per service, for what people are told and where they wait.
S_USUAL_US: Final = 0  # usual time at a counter
S_MACHINE_US: Final = 1  # usual time at a machine
S_SAVES_US: Final = 2  # least saving with which a machine is offered
S_ZONE: Final = 3  # + segment index: zone in which they wait
SERVICE_WIDTH: Final = 3  # without the zones

# One row per zone in which people wait: distances in millimetres.
K_ENTRANCE: Final = 0  # from the door to the kiosks, the same in each row
K_SEAT: Final = 1  # from the kiosks to the zone
K_COUNTER: Final = 2  # + counter index: from the zone to the counter, or -1: not measured

# One row per machine, and one before them about all.
N_SERVICES: Final = 0  # bit per service
N_ENDS_US: Final = 1  # when the present use is over, or FAR
N_CUSTOMER: Final = 2  # who is there, or -1
MACHINE_WIDTH: Final = 3

N_LINED: Final = 0  # how many are in line
N_FIRST_US: Final = 1  # when the first use is over, or FAR
N_FIRST: Final = 2  # the machine of it

# One row of figures of the hall; empty when nobody heeds anything there.
G_OVER_MILLI: Final = 0  # leaves when told more than so much of the patience; -1: nothing is told
G_LEAST_MILLI: Final = 1  # who stays, stays at least so much of what was told
G_BALK: Final = 2  # from here on: share that turns round by how many wait, millionths

# One row per service: what incidents have done to it.
U_SUSPENDED: Final = 0  # how many suspend it
U_REFUSED: Final = 1  # how many of these let nobody queue up
U_RESUMED_US: Final = 2  # when it was last resumed
U_STOPS: Final = 3  # how many stop the standard's clock at the start of the day
OUTAGE_WIDTH: Final = 4

# One row per happening of the day, in order of time.
H_AT_US: Final = 0
H_KIND: Final = 1  # one of the three below
H_SERVICES: Final = 2  # which services, a bit each
H_COUNTER: Final = 3  # where they are switched off, else -1
H_REFUSES: Final = 4  # 1: nobody may queue up meanwhile
H_STOPS: Final = 5  # 1: the standard's clock stands meanwhile
HAPPENING_WIDTH: Final = 6

HAPPEN_SUSPENDS: Final = 0  # an incident begins
HAPPEN_RESUMES: Final = 1  # it is over
HAPPEN_SWITCHES: Final = 2  # these and no other services are switched off at a counter

# One row per time in which a kiosk is away, or in which kiosks are quicker.
K_KIOSK: Final = 0  # which; -1: quicker, whichever it is
K_FROM_US: Final = 1
K_TO_US: Final = 2
K_SPEED_MILLI: Final = 3  # of whoever begins meanwhile
KIOSK_WIDTH: Final = 4

# One row for the day: rules first, then the state.
L_OPENS_US: Final = 0  # tickets are given from here ...
L_LAST_TICKET_US: Final = 1  # ... to here, inclusive
L_CLOSES_US: Final = 2  # FAR: a day without doors
L_SERVES_INSIDE: Final = 3  # 1: whoever is inside at closing is served
L_HAS_STATE: Final = 4  # 1: calls move the ratio state on
L_HAS_TIMED: Final = 5  # 1: some counter begins to help as time goes by
L_SEGMENTS: Final = 6  # number of segments
L_INSIDE: Final = 7  # who has not left yet, those who are still to come among them
L_WAITING: Final = 8  # rows of the hall in use
L_ISSUED: Final = 9  # tickets given
L_LAST_US: Final = 10  # time of the last event
L_IS_OVER: Final = 11  # 1: the branch has closed
L_NEXT: Final = 12  # next in the order of tickets
L_COMING: Final = 13  # how many take a ticket
L_LAPSE: Final = 14  # next in the order of lapses
L_LAPSES: Final = 15  # how many appointments there are
L_OVERFLOW_US: Final = 16  # when an idle counter may begin to help, or FAR
L_PATIENCE_US: Final = 17  # when the first of those who wait loses patience, or FAR
L_IMPATIENT: Final = 18  # who that is
L_HAS_EMPTIED: Final = 19  # 1: the last one has just left
L_EVENTS: Final = 20  # events written down
L_PASSES: Final = 21  # pairs of passed-over customers written down
L_IS_CUT: Final = 22  # 1: there were more than room for them
L_TIMES: Final = 23  # moments lived through
L_AWAY: Final = 24  # how many are away and may come back
L_BACK_US: Final = 25  # when the first of them does, or FAR
L_BACK: Final = 26  # who that is
L_ASIDE_US: Final = 27  # when the first of those put aside waits again by itself, or FAR
L_RELEASE_US: Final = 28  # when the first bound ticket is released, or FAR
L_JOINED: Final = 29  # how often somebody came to wait again
L_LOOKED_US: Final = 30  # time of the last moment when it was one of the clock, or -1
L_HAPPENED: Final = 31  # next of the happenings
L_HAPPENS_US: Final = 32  # when, or FAR
L_SUSPENDED: Final = 33  # services that an incident keeps from being offered, a bit each
L_REFUSED: Final = 34  # of these, for which nobody may queue up
L_CLOSING_US: Final = 35  # when the branch closes, or FAR: it has
L_AUTHORISING: Final = 36  # how many supervisors are busy
L_ASKED: Final = 37  # how often a counter has asked in vain for one, or for a room
L_ENTERS: Final = 38  # counter whose customer enters a room at the end of this moment, or -1
L_ENDS_US: Final = 39  # when the first service ends, or FAR ...
L_SERVER: Final = 40  # ... and where
L_STINT_US: Final = 41  # when the first stint begins or ends, or FAR ...
L_WORKER: Final = 42  # ... and where
L_IDLE: Final = 43  # how many counters stand by
DAY_WIDTH: Final = 44

# One row per customer of a day with acts: how far the visit has come.
V_ACT: Final = 0  # number of the next act
V_PART_US: Final = 1  # time at a counter until then
V_ITEMS: Final = 2  # transactions left
V_REST: Final = 3  # bit per need after the present one
V_COUNTER: Final = 4  # where the ticket was last, or -1
V_BACK_US: Final = 5  # away: when back, or FAR
V_UNTIL_US: Final = 6  # put aside: waits again by itself then, or FAR
V_POOL: Final = 7  # pool of a ticket put aside
V_BOUND_US: Final = 8  # when it was last bound, or freed
V_JOINED: Final = 9  # place among those who wait
V_ABSENCES: Final = 10  # figures: missed calls,
V_RETURNS: Final = 11  # ... how often back after one,
V_HOLDS: Final = 12  # ... put aside,
V_TRANSFERS: Final = 13  # ... sent on, for whatever reason
V_TICKET: Final = 14  # then the ticket's row while it is not in the hall
V_PERSON: Final = 26  # who worked where the ticket was last
V_ASKED_US: Final = 27  # when a supervisor was asked for, or -1
V_BEGUN_US: Final = 28  # when one came, or -1
V_AWAY: Final = 29  # not of this customer: the first rows hold who is away, in their order
VISIT_WIDTH: Final = 30

# One row for the branch: what may happen to a visit.
B_RECALL_US: Final = 0  # so long a teller waits before calling again, and before giving up
B_RECALLS: Final = 1  # so often is called again
B_RETURNS_MAX: Final = 2
B_RETURN_CREDIT_US: Final = 3
B_TRANSFER_CREDIT_US: Final = 4  # -1: seniority is kept
B_RELEASE_US: Final = 5
B_ITEMS_PER_TURN: Final = 6  # 0: all
B_LEFT: Final = 7  # column from which on stands when each person last left a counter
B_SUPERVISORS: Final = 8  # how many may authorise
B_POOLS: Final = 9  # from here on two columns a pool: its reach, and its limit or FAR
POOL_WIDTH: Final = 2

# One row per pool of rooms.
R_SERVICES: Final = 0  # which need one, a bit each
R_COUNT: Final = 1
R_TAKEN: Final = 2
ROOM_WIDTH: Final = 3

# Rows of what counters have waited for, by half-hour of asking: how often, and then how long.
Z_SUPERVISOR: Final = 0
Z_ROOM: Final = 2
BLOCKED_ROWS: Final = 4

REACH_PERSON: Final = 0
REACH_COUNTER: Final = 1
REACH_BRANCH: Final = 2

# One row per event of the trace.
E_KIND: Final = 0  # index in ``shared.rollout.trace.KINDS``
E_AT_US: Final = 1  # when it happened
E_RECORDED_US: Final = 2  # when it was known
E_CUSTOMER: Final = 3
E_COUNTER: Final = 4
E_RULE: Final = 5  # calls: reason code
E_SCORE: Final = 6  # calls: score of the called ticket
E_WAITING: Final = 7  # calls: how many this counter might have called
E_PASSED: Final = 8  # calls: how many were passed over
EVENT_WIDTH: Final = 9

# One row per customer passed over.
X_EVENT: Final = 0  # row of the call in the trace
X_CUSTOMER: Final = 1
X_WHY: Final = 2  # reason code: which level put the called one first
PASS_WIDTH: Final = 3
