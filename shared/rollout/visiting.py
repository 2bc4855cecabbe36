"""What a teller does on a day with acts when a step is over: recall, hold, send on, next need."""

from typing import Final

from shared.dispatch.layout import T_SENIOR_US, T_SERVICE
from shared.dispatch.standing import F_ELIGIBLE
from shared.rollout.away import go_away
from shared.rollout.columns import (
    ACT_HOLD,
    ACT_NEED,
    ACT_SEND,
    AUTHORISES,
    AWAITS,
    AWAY,
    B_ITEMS_PER_TURN,
    B_POOLS,
    B_RECALL_US,
    B_RECALLS,
    B_RETURNS_MAX,
    B_TRANSFER_CREDIT_US,
    BUSY,
    D_CUSTOMER,
    D_DOES,
    D_RECALLS,
    D_STEP,
    FAR,
    HELD,
    L_CLOSES_US,
    L_WAITING,
    NO_SHOW,
    O_ENDED_US,
    O_STATE,
    POOL_WIDTH,
    Q_AWAY_US,
    Q_TIME_US,
    Q_WHAT,
    V_ABSENCES,
    V_ACT,
    V_BOUND_US,
    V_HOLDS,
    V_ITEMS,
    V_PART_US,
    V_POOL,
    V_REST,
    V_RETURNS,
    V_TICKET,
    V_TRANSFERS,
    WRAPS_UP,
)
from shared.rollout.day import Day
from shared.rollout.first import end_at
from shared.rollout.serving import (
    choose,
    end_service,
    is_over,
    leave_counter,
    one_less,
    settle,
    tell_start,
)
from shared.rollout.stop import (
    act,
    goes_on_free,
    has_turns,
    join_again,
    need_here,
    need_left,
    next_act,
    part_us,
    time_of,
    turn_to,
    wrap_up_us,
)
from shared.rollout.supervising import ask_supervisor, pass_on_supervisor
from shared.rollout.telling import tell
from shared.rollout.trace import (
    TICKET_ABSENT,
    TICKET_CONTINUED,
    TICKET_HELD,
    TICKET_RECALLED,
    TICKET_TRANSFERRED,
)

# What the teller does then.
STAYS: Final = 0  # is busy with the same customer, or the work after one
GOES_ON: Final = 1  # presses next, or leaves
MOVED_ON: Final = 2  # has pressed next, which made a ticket wait again


def end_step(day: Day, counter: int, now_us: int) -> int:
    """The present step is over; what the teller does then."""
    desk = day.desks[counter]
    end_at(day, counter, FAR)
    if desk[D_STEP] == AWAITS:
        return end_wait(day, counter, now_us)
    if desk[D_STEP] == WRAPS_UP:
        desk[D_DOES] = AWAY
        return GOES_ON
    customer = desk[D_CUSTOMER]
    if desk[D_STEP] == AUTHORISES:
        pass_on_supervisor(day, now_us)
        return end_visit(day, counter, customer, now_us)
    if has_turns(day, customer):
        return end_turn(day, counter, customer, now_us)
    kind = next_act(day, customer)
    if kind == ACT_HOLD:
        return put_aside(day, counter, customer, now_us)
    if kind == ACT_SEND:
        return send_on(day, counter, customer, now_us)
    if day.visiting.visits[customer, V_REST] != 0:
        return end_need(day, counter, customer, now_us)
    if ask_supervisor(day, counter, customer, now_us):
        return STAYS
    return end_visit(day, counter, customer, now_us)


def end_visit(day: Day, counter: int, customer: int, now_us: int) -> int:
    """The customer goes; the teller may have work to do after that."""
    end_service(day, counter, now_us)
    time_us = wrap_up_us(day, customer)
    if time_us == 0:
        return GOES_ON
    desk = day.desks[counter]
    desk[D_DOES], desk[D_STEP] = BUSY, WRAPS_UP
    end_at(day, counter, now_us + time_us)
    return STAYS


# ------------------------------------------------------------ missed calls


def end_wait(day: Day, counter: int, now_us: int) -> int:
    """Nobody has come: called again, or given up."""
    desk = day.desks[counter]
    customer = desk[D_CUSTOMER]
    if desk[D_RECALLS] < day.visiting.rules[B_RECALLS]:
        desk[D_RECALLS] += 1
        end_at(day, counter, now_us + day.visiting.rules[B_RECALL_US])
        tell(day, TICKET_RECALLED, now_us, now_us, customer, counter)
        return STAYS
    desk[D_DOES] = AWAY
    tell(day, TICKET_ABSENT, now_us, now_us, customer, counter)
    day.out[customer, O_STATE], day.out[customer, O_ENDED_US] = NO_SHOW, now_us
    visit = day.visiting.visits[customer]
    away_us = act(day, customer, visit[V_ACT], Q_AWAY_US)
    visit[V_ACT] += 1
    visit[V_ABSENCES] += 1
    is_in_time = away_us >= 0 and now_us + away_us < day.line[L_CLOSES_US]
    if is_in_time and visit[V_RETURNS] < day.visiting.rules[B_RETURNS_MAX]:
        go_away(day, customer, now_us + away_us, FAR)
    else:
        one_less(day)
    return GOES_ON


# ------------------------------------------------------------ holds and sending on


def put_aside(day: Day, counter: int, customer: int, now_us: int) -> int:
    """The customer goes away for something; the clock ends it at the pool's limit."""
    leave_counter(day, counter, now_us)
    visit = day.visiting.visits[customer]
    number = visit[V_ACT]
    pool = act(day, customer, number, Q_WHAT)
    back_us = now_us + act(day, customer, number, Q_AWAY_US)
    limit_us = day.visiting.rules[B_POOLS + POOL_WIDTH * pool + 1]
    until_us = FAR if limit_us == FAR else now_us + limit_us
    visit[V_ACT], visit[V_POOL] = number + 1, pool
    visit[V_PART_US] = act(day, customer, number, Q_TIME_US)
    visit[V_HOLDS] += 1
    tell(day, TICKET_HELD, now_us, now_us, customer, counter)
    day.out[customer, O_STATE] = HELD
    go_away(day, customer, back_us if back_us < until_us else FAR, until_us)
    return GOES_ON


def send_on(day: Day, counter: int, customer: int, now_us: int) -> int:
    """Sent on to another service, with the profile's credit."""
    leave_counter(day, counter, now_us)
    visit = day.visiting.visits[customer]
    number = visit[V_ACT]
    visit[V_ACT] = number + 1
    visit[V_PART_US] = act(day, customer, number, Q_TIME_US)
    credit_us = day.visiting.rules[B_TRANSFER_CREDIT_US]
    if credit_us >= 0:
        before_us = visit[V_TICKET + T_SENIOR_US]
        visit[V_TICKET + T_SENIOR_US] = max(before_us, now_us - credit_us)
    transfer(day, counter, customer, act(day, customer, number, Q_WHAT), now_us)
    settle_idle(day, now_us)
    return GOES_ON


def transfer(day: Day, counter: int, customer: int, service: int, now_us: int) -> None:
    """The ticket waits for this service."""
    tell(day, TICKET_TRANSFERRED, now_us, now_us, customer, counter)
    turn_to(day, customer, service)
    goes_on_free(day, customer)
    day.visiting.visits[customer, V_TRANSFERS] += 1
    day.visiting.visits[customer, V_BOUND_US] = now_us
    join_again(day, customer)


def moved_on(day: Day, counter: int, now_us: int) -> int:
    """The end of the stop has sent the ticket on: idle counters look at it after the next call."""
    if not is_over(day, counter, now_us):
        return MOVED_ON
    settle_idle(day, now_us)
    return GOES_ON


def settle_idle(day: Day, now_us: int) -> None:
    """Counters that stand by look at a ticket that waits again."""
    settle(day, -1, now_us)


# ------------------------------------------------------------ needs and turns


def end_need(day: Day, counter: int, customer: int, now_us: int) -> int:
    """The next need here, if one of those left is this counter's own; else sent on with them."""
    need = need_here(day, counter, customer)
    visit = day.visiting.visits[customer]
    if need >= 0:
        tell_start(day, counter, now_us)
        tell(day, TICKET_CONTINUED, now_us, now_us, customer, counter)
        turn_to(day, customer, need)
        visit[V_PART_US] = time_of(day, customer, ACT_NEED, need)
        stay(day, counter, customer, now_us)
        return STAYS
    leave_counter(day, counter, now_us)
    need = need_left(day, customer, visit[V_REST])
    visit[V_PART_US] = time_of(day, customer, ACT_NEED, need)
    transfer(day, counter, customer, need, now_us)
    return moved_on(day, counter, now_us)


def end_turn(day: Day, counter: int, customer: int, now_us: int) -> int:
    """Others have their turn, if anybody waits for this counter; else the next one begins."""
    visit = day.visiting.visits[customer]
    visit[V_ITEMS] -= day.visiting.rules[B_ITEMS_PER_TURN]
    if not somebody_waits(day, counter, now_us):
        tell_start(day, counter, now_us)
        tell(day, TICKET_CONTINUED, now_us, now_us, customer, counter)
        stay(day, counter, customer, now_us)
        return STAYS
    leave_counter(day, counter, now_us)
    visit[V_TICKET + T_SENIOR_US] = now_us + 1
    transfer(day, counter, customer, visit[V_TICKET + T_SERVICE], now_us)
    return moved_on(day, counter, now_us)


def somebody_waits(day: Day, counter: int, now_us: int) -> bool:
    """Whether this counter might call anybody."""
    if day.line[L_WAITING] == 0:
        return False
    _, _, facts = choose(day, counter, now_us)
    return bool(facts[F_ELIGIBLE] > 0)


def stay(day: Day, counter: int, customer: int, now_us: int) -> None:
    """The customer stays for the next part."""
    end_at(day, counter, now_us + part_us(day, counter, customer))
