"""One row a mistake: what is changed in sound.toml (place, value), and what the manager reads."""

from typing import NamedTuple

TEXT = {"zh": "字", "en": "word"}


class Mistake(NamedTuple):
    """Places are paths such as ``segments.priority.max_wait_min``; rows go by id or number."""

    name: str
    change: dict[str, object]
    sentence: str


MISTAKES = (
    Mistake(
        "priority may be passed more often than ordinary",
        {"segments.priority.overtakes_max": 5},
        "segments “priority”.overtakes_max: 5 is looser than the 3 of “ordinary”, and people "
        "with priority need have the tighter limit. Write at most 3.",
    ),
    Mistake(
        "priority may wait longer than ordinary",
        {"segments.ordinary.max_wait_min": 20, "segments.priority.max_wait_min": 24},
        "segments “priority”.max_wait_min: 24 min is looser than the 20 min of “ordinary”, "
        "and people with priority need have the tighter limit. Write at most 20.",
    ),
    Mistake(
        "priority has no limit",
        {"segments.priority.overtakes_max": None},
        "segments “priority”.overtakes_max: no limit is looser than the 3 of “ordinary”, and "
        "people with priority need have the tighter limit. Write at most 3.",
    ),
    Mistake(
        "nobody may pass ordinary customers",
        {
            "segments.ordinary.overtakes_max": 0,
            "segments.priority.overtakes_max": 0,
            "policy.ratios": [],
        },
        "segments “ordinary”.overtakes_max: 0 lets nobody be called past these customers, so "
        "“capped” could never put anybody first. Write at least 1, or preset = “first_come”.",
    ),
    Mistake(
        "maximum wait shorter than any service",
        {
            "segments.priority.max_wait_min": 3,
            "calling.return_credit_min": 0,
            "counters.vip.overflow.after_min": 0,
        },
        "segments “priority”.max_wait_min: 3 min is over before even the quickest service "
        "ends (“cash”, 5 min), so it would be broken all day. Write at least 5.",
    ),
    Mistake(
        "maximum wait above the standard",
        {"segments.vip.max_wait_min": 45},
        "segments “vip”.max_wait_min: 45 min, but standards.waits says that nobody waits over"
        " 30. Write at most 30.",
    ),
    Mistake(
        "no maximum wait under a standard",
        {"segments.vip.max_wait_min": None},
        "segments “vip”.max_wait_min: no limit, but standards.waits says that nobody waits "
        "over 30. Write at most 30.",
    ),
    Mistake(
        "a factor beyond the standard of the day",
        {"calendar.types.pay-day.limit_factor": 1.5},
        "calendar.types “pay-day”.limit_factor: 1.5 makes the maximum wait of “ordinary” 37.5"
        " min, but on such a day nobody is to wait over 30. Write at most 1.2.",
    ),
    Mistake(
        "overload without any maximum wait",
        {
            "segments.ordinary.max_wait_min": None,
            "segments.priority.max_wait_min": None,
            "segments.vip.max_wait_min": None,
            "standards.waits": [{"within_min": 20, "share": 0.9}],
        },
        "policy.overload: no segment has a maximum wait, so nobody is ever past it. Give "
        "segments max_wait_min, such as 30, or write rule = “none”.",
    ),
    Mistake(
        "one person makes an overload",
        {"policy.overload.least": 1, "policy.overload.score_turn_every": 2},
        "policy.overload.least: 1 person past the limit is no overload, and the rule would "
        "stand above every guarantee in a quiet hall. Write at least 2.",
    ),
    Mistake(
        "overload only when all are past the limit",
        {"policy.overload.share": 1.0},
        "policy.overload.share: 1 means everybody, so one newcomer would end the rule in a "
        "full hall. Write at most 0.9.",
    ),
    Mistake(
        "the turn by score never comes",
        {"policy.overload.score_turn_every": 12},
        "policy.overload.score_turn_every: overload begins with 6 people past their limit and"
        " would be over before call 12, the first that goes by score. Write at most 6.",
    ),
    Mistake(
        "a missed call puts people first",
        {"calling.return_credit_min": 20},
        "calling.return_credit_min: 20 min puts whoever missed a call past the maximum wait "
        "of “priority” (15 min) at once, before all who stayed. Write less than 15.",
    ),
    Mistake(
        "bound for longer than anybody may wait",
        {"visit.release_after_min": 60},
        "visit.release_after_min: 60 min of waiting for somebody who is not here is longer "
        "than anybody may wait (25 min). Write at most 25.",
    ),
    Mistake(
        "guaranteed later than lost",
        {"policy.appointment_after_min": 20},
        "policy.appointment_after_min: 20 min, but a customer who is more than 15 min late "
        "has lost an appointment for “wealth”. Write at most 15.",
    ),
    Mistake(
        "a segment that is not there",
        {"policy.ratios.1.groups.2.segments": ["vips"]},
        "policy.ratios 1: there is no segment “vips”. Did you mean “vip”?",
    ),
    Mistake(
        "a service that is not there",
        {"policy.ratios.1.groups.1.services": ["chas"]},
        "policy.ratios 1: there is no service “chas”. Did you mean “cash”?",
    ),
    Mistake(
        "an empty group",
        {"policy.ratios.1.groups.1.segments": []},
        "policy.ratios 1 group 1.segments: the list is empty, so nobody is in the group. Name"
        " some, or leave it out for all.",
    ),
    Mistake(
        "groups that overlap",
        {"policy.ratios.1.groups.2.segments": ["vip", "ordinary"]},
        "policy.ratios 1: “ordinary” for “cash” is in group 1 and in group 2, and would only "
        "count in the first. Take it out of one of them.",
    ),
    Mistake(
        "a group nobody can serve",
        {
            "counters.vip.services": ["cash"],
            "counters.2.segments": ["ordinary", "priority"],
            "policy.ratios.1.groups.2.services": ["wealth"],
            "counters.vip.speed": {},
        },
        "policy.ratios 1 group 2: no counter serves anybody in it, such as “vip” for "
        "“wealth”. Add them to a counter, or remove the group.",
    ),
    Mistake(
        "groups that never meet",
        {
            "counters.1.segments": ["ordinary", "priority"],
            "counters.2.segments": ["ordinary", "priority"],
        },
        "policy.ratios 1: no counter serves two of its groups, so there is never a choice "
        "between them. Let one counter serve both, or remove the rule.",
    ),
    Mistake(
        "a ratio that the cap breaks",
        {"policy.ratios.1.groups.2.share": 5},
        "policy.ratios 1: while group 1 waits the others have 5 calls in a row, but "
        "“ordinary” may be overtaken 3 times, and the cap stands above the ratio. Let the "
        "others' shares add up to at most 3, or write overtakes_max = 5.",
    ),
    Mistake(
        "nobody gains by waiting",
        {
            "segments.ordinary.growth_per_minute": 0,
            "segments.priority.growth_per_minute": 0,
            "segments.vip.growth_per_minute": 0,
        },
        "segments: nobody gains points by waiting (growth_per_minute x growth of the service "
        "is 0 for all), so points at arrival decide for ever. Write growth_per_minute = 1 "
        "where it is 0.",
    ),
    Mistake(
        "growing without growth",
        {"policy.preset": "growing", "segments.ordinary.growth_per_minute": 0},
        "segments “ordinary”.growth_per_minute: 0 means that these customers never move up, "
        "and “growing” has no maximum wait: they may wait for ever. Write more than 0, or "
        "preset = “capped”.",
    ),
    Mistake(
        "a service that never moves up",
        {"policy.preset": "growing", "services.wealth.growth": 0},
        "services “wealth”.growth: 0 means that these customers never move up, and “growing” "
        "has no maximum wait: they may wait for ever. Write more than 0, or preset = "
        "“capped”.",
    ),
    Mistake(
        "strict with one rank",
        {
            "policy.preset": "strict",
            "segments.ordinary.rank": 5,
            "segments.priority.rank": 5,
            "segments.vip.rank": 5,
        },
        "segments: all have rank 5, so “strict” would call by arrival alone. Give the segment"
        " that goes first rank 0, or write preset = “first_come”.",
    ),
    Mistake(
        "strict with priority last",
        {"policy.preset": "strict", "segments.ordinary.rank": 0},
        "segments “priority”.rank: 1 comes after “ordinary” (0), and 0 is called first. Write"
        " at most 0.",
    ),
    Mistake(
        "priority with fewer points",
        {"segments.priority.growth_per_minute": 0.5, "segments.priority.base": 0},
        "segments “priority”.growth_per_minute: 0.5 puts people with priority need behind "
        "“ordinary” (1). Write at least 1.",
    ),
    Mistake(
        "priority that starts behind",
        {
            "segments.priority.base": 0,
            "segments.ordinary.base": 5,
            "segments.ordinary.growth_per_minute": 3,
        },
        "segments “priority”.base: 0 puts people with priority need behind “ordinary” (5). "
        "Write at least 5.",
    ),
    Mistake(
        "priority whose waiting costs less",
        {"policy.preset": "cost_weighted", "segments.priority.cost_per_minute": 0.5},
        "segments “priority”.cost_per_minute: 0.5 puts people with priority need behind "
        "“ordinary” (1). Write at least 1.",
    ),
    Mistake(
        "nothing costs anything",
        {"policy.preset": "cost_weighted", "services.cash.cost": 0, "services.wealth.cost": 0},
        "segments: waiting costs nothing (cost_per_minute and cost_growth, times cost of the "
        "service, are 0 for all), so “cost_weighted” has nothing to weigh. Write "
        "cost_per_minute = 1 where it is 0.",
    ),
    Mistake(
        "growth beyond 64 bits",
        {"segments.priority.growth_per_minute": 100, "services.wealth.growth": 50},
        "services “wealth”.growth: 50 times growth_per_minute of “priority” (100) is 5000, "
        "and the largest that can be reckoned with is 1000. Write at most 10.",
    ),
    Mistake(
        "cost beyond 64 bits",
        {
            "policy.preset": "cost_weighted",
            "segments.vip.cost_per_minute": 500,
            "services.wealth.cost": 50,
            "segments.vip.cost_growth": 0.1,
        },
        "services “wealth”.cost: 50 times cost_per_minute of “vip” (500) is 25000, and the "
        "largest that can be reckoned with is 10000. Write at most 20.",
    ),
    Mistake(
        "cost growth beyond 64 bits",
        {
            "policy.preset": "cost_weighted",
            "segments.vip.cost_growth": 20,
            "services.wealth.cost": 8,
        },
        "services “wealth”.cost: 8 times cost_growth of “vip” (20) is 160, and the largest "
        "that can be reckoned with is 100. Write at most 5.",
    ),
    Mistake(
        "a weight that would be clipped",
        {"policy.preset": "cost_weighted", "policy.reference_min": 30},
        "policy.reference_min: 30 min is more than 5 times the 5 min of “cash”, where the "
        "weight ends. Write at most 25.",
    ),
    Mistake(
        "a speed of no person",
        {"counters.vip.speed": {"wealth": 8}},
        "counters “vip”.speed: 8 for “wealth” is no speed of a person (1 is usual, 2 twice as"
        " quick). Write at most 4.",
    ),
    Mistake(
        "a speed in per cent",
        {"counters.vip.speed": {"wealth": 0.1}},
        "counters “vip”.speed: 0.1 for “wealth” is no speed of a person (1 is usual, 2 twice "
        "as quick). Write at least 0.25.",
    ),
    Mistake(
        "a speed for what is not served",
        {"counters.1.speed": {"wealth": 1.5}},
        "counters “1”.speed: “wealth” is not served there. Remove it, or add it to the "
        "counter's services.",
    ),
    Mistake(
        "a speed for what nobody knows",
        {"counters.1.speed": {"kash": 1.5}},
        "counters “1”.speed: there is no service “kash”. Did you mean “cash”?",
    ),
    Mistake(
        "overflow to its own customers",
        {"counters.vip.overflow.segments": ["vip"]},
        "counters “vip”.overflow: all of these are the counter's own anyway. Name segments or"
        " services beyond its own, or remove the overflow.",
    ),
    Mistake(
        "overflow to nobody known",
        {"counters.vip.overflow.segments": ["ordinry"]},
        "counters “vip”.overflow: there is no segment “ordinry”. Did you mean “ordinary”?",
    ),
    Mistake(
        "overflow that comes too late",
        {"counters.vip.overflow.after_min": 15},
        "counters “vip”.overflow.after_min: 15 min, but none of them may wait longer than 15,"
        " so help would come too late. Write less than 15.",
    ),
    Mistake(
        "a counter for nobody",
        {"counters.1.segments": []},
        "counters “1”.segments: the list is empty. Name some, or leave the key out for the "
        "default.",
    ),
    Mistake(
        "a segment that nobody serves",
        {
            "counters.1.segments": ["ordinary", "priority"],
            "counters.2.segments": ["ordinary", "priority"],
            "counters.vip.segments": ["ordinary"],
            "policy.ratios": [],
        },
        "segments “vip”: no counter serves these customers. Add them to the segments of a "
        "counter, or remove the segment.",
    ),
    Mistake(
        "priority left out of a service",
        {"counters.2.segments": ["ordinary", "vip"], "counters.vip.overflow": None},
        "segments “priority”: no counter serves “wealth” for them, and one does for "
        "“ordinary”. Add “priority” to the segments of counter “2”.",
    ),
    Mistake(
        "a tile that refuses everybody",
        {"counters.2.segments": ["vip"]},
        "tiles 2: no counter serves “wealth” for “ordinary”, so the tile would refuse whoever"
        " presses it. Let a counter serve it for them, or remove it from the kiosk.",
    ),
    Mistake(
        "a hold pool twice",
        {"visit.pools": [{"id": "form", "name": TEXT}, {"id": "form", "name": TEXT}]},
        "visit.pools: “form” stands there twice. Give each its own id.",
    ),
    Mistake(
        "an incident twice",
        {"incidents": [{"id": "power", "name": TEXT}, {"id": "power", "name": TEXT}]},
        "incidents: “power” stands there twice. Give each its own id.",
    ),
    Mistake(
        "a turn longer than a ticket",
        {"visit.items_max": 20, "visit.items_per_turn": 50},
        "visit.items_per_turn: 50 is more than a ticket may hold (items_max 20). Write at "
        "most 20, or 0 for all at once.",
    ),
)
