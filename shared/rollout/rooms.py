"""Rooms that a service needs besides the adviser: pools, first come first served.

Whoever is called for such a service asks for a room with the call and has it until the stop is
over; with none free the counter waits (step ``WAITS``). ``stop.enter_room`` goes on from there.
"""

from shared.rollout.columns import (
    BUSY,
    D_ASKED,
    D_ASKED_US,
    D_DOES,
    D_ROOM,
    D_STEP,
    HALF_HOUR_US,
    L_ASKED,
    L_ENTERS,
    R_COUNT,
    R_SERVICES,
    R_TAKEN,
    WAITS,
    Z_ROOM,
)
from shared.rollout.day import Day


def begin_rooms(day: Day) -> None:
    """Taken are those of the counters that are in one."""
    rooms = day.visiting.rooms
    for pool in range(len(rooms)):
        rooms[pool, R_TAKEN] = 0
    if len(rooms) > 0:
        for counter in range(len(day.desks)):
            desk = day.desks[counter]
            if desk[D_DOES] == BUSY and desk[D_ROOM] >= 0 and desk[D_STEP] != WAITS:
                rooms[desk[D_ROOM], R_TAKEN] += 1


def ask_room(day: Day, counter: int, service: int, now_us: int) -> bool:
    """A room for this service, if it needs one; False when none is free yet."""
    rooms, desk = day.visiting.rooms, day.desks[counter]
    pool = 0
    while pool < len(rooms) and rooms[pool, R_SERVICES] >> service & 1 == 0:
        pool += 1
    if pool == len(rooms):
        return True
    desk[D_ROOM], desk[D_ASKED_US] = pool, now_us
    if rooms[pool, R_TAKEN] < rooms[pool, R_COUNT]:
        rooms[pool, R_TAKEN] += 1
        note_blocked(day, Z_ROOM, now_us, now_us)
        return True
    day.line[L_ASKED] += 1
    desk[D_STEP], desk[D_ASKED] = WAITS, day.line[L_ASKED]
    return False


def leave_room(day: Day, counter: int, now_us: int) -> None:
    """The stop here is over: the room is free for whoever asked first, who enters presently."""
    pool = day.desks[counter, D_ROOM]
    if pool < 0:
        return
    day.desks[counter, D_ROOM] = -1
    first = -1
    for other in range(len(day.desks)):
        desk = day.desks[other]
        if desk[D_DOES] != BUSY or desk[D_STEP] != WAITS or desk[D_ROOM] != pool:
            continue
        if first < 0 or desk[D_ASKED] < day.desks[first, D_ASKED]:
            first = other
    if first < 0:
        day.visiting.rooms[pool, R_TAKEN] -= 1
        return
    day.line[L_ENTERS] = first
    note_blocked(day, Z_ROOM, day.desks[first, D_ASKED_US], now_us)


def note_blocked(day: Day, what: int, asked_us: int, begun_us: int) -> None:
    """A counter asked then for ``what`` (``Z_``) and had it so late; by half-hour of asking."""
    blocked = day.visiting.blocked
    half_hour = min(asked_us // HALF_HOUR_US, blocked.shape[1] - 1)
    blocked[what, half_hour] += 1
    blocked[what + 1, half_hour] += begun_us - asked_us
