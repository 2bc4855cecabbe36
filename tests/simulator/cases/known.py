"""All cases with what is known of each."""

from tests.simulator.cases import measure as m
from tests.simulator.cases.case import EXACT, Case, Known

_C = EXACT["erlang_c"][0]
_A = EXACT["erlang_a"][0]
_DAY = EXACT["mt_m_c_day_c6"]
_ONE, _TWO = EXACT["appointments"]
#: 95 % intervals as published, as standard errors. Where a run of 1,000 or 40,000 days published no
#: interval, ours over as many days of the same branch stands for it.
Z = 1.959964
#: Class, mean wait in minutes with half of its interval, share that left with its standard error.
_GOLDEN = (
    ("ordinary", 2.711, 0.011, 0.0963, 1.9e-4),
    ("priority", 0.582, 0.002, 0.0099, 0.8e-4),
    ("corporate", 3.451, 0.020, 0.0839, 2.9e-4),
)


def _half_interval(low: float, high: float) -> float:
    """The standard error inside a published 95 % interval."""
    return (high - low) / 2 / Z


CASES = (
    Case(
        "case_1_erlang_c",
        "1: M/M/5 at 90 %",
        "Erlang C",
        (
            Known("share that waits", _C["P_wait"], m.share_over(0)),
            Known("mean wait, min", _C["Wq"], m.mean_wait_min()),
            Known("share over 1 min", _C["P_wait_gt_1"], m.share_over(60)),
        ),
    ),
    Case(
        "case_2_erlang_a",
        "2: M/M/50+M (two minutes for one)",
        "Erlang A, Mandelbaum and Zeltyn",
        (
            Known("share that leaves", _A["P_ab"], m.share_left()),
            Known("mean wait of all, min", 2 * _A["E_W"], m.wait_of_all_min(4, 44)),
            Known("occupancy", _A["occupancy"], m.occupancy(4, 44)),
        ),
    ),
    Case(
        "case_3_cobham",
        "3: three classes, strict priority",
        "Cobham",
        tuple(
            Known(f"mean wait of class {i + 1}, min", wait, m.mean_wait_min(i))
            for i, wait in enumerate(EXACT["cobham"][0]["Wq"])
        ),
    ),
    *(
        Case(
            f"case_4_cv_{str(row['cv']).replace('.', '_')}",
            f"4: one counter, variation {row['cv']}",
            "Pollaczek and Khinchine",
            (Known("mean wait, min", row["Wq"], m.mean_wait_min()),),
        )
        for row in EXACT["pollaczek_khinchine"]
    ),
    Case(
        "case_5_day_with_peaks",
        "5: a day with peaks, M(t)/M/6",
        "its equations integrated",
        (
            Known("mean wait, min", _DAY["mean_wait_of_arrivals"], m.mean_wait_min()),
            Known("share over 5 min", _DAY["P_wait_gt_5min"], m.share_over(300)),
        ),
    ),
    *(
        Case(
            file,
            f"6: ten punctual appointments, {rule}",
            "exact",
            (
                Known("mean wait, min", row["mean_wait"], m.mean_wait_min()),
                Known("last service ends, min", row["E_finish"], m.last_service_min),
            ),
        )
        for file, rule, row in (
            ("case_6_individual", "one a slot", _ONE),
            ("case_6_bailey_welch", "two at the start", _TWO),
        )
    ),
    Case(
        "case_7_patient",
        "7: MMC, patient",
        "ContactCenters, 1,000 days",
        (
            Known("within 20 s", 0.902, m.within(20), _half_interval(0.900, 0.904), 0.0005),
            Known("mean wait, min", 0.099, m.mean_wait_min(), 0.0014, 0.0005),
            Known("occupancy", 0.695, m.occupancy(0, 16), 0.0012, 0.0005),
        ),
    ),
    Case(
        "case_7_impatient",
        "7: MMC, patience 1 min",
        "ContactCenters, 1,000 days",
        (Known("leave, a day", 58.609, m.left_a_day, _half_interval(57.66, 59.56)),),
    ),
    Case(
        "../reference/ssj_bank_day",
        "8: a bank with 3, 2 or 1 tellers, people who turn round",
        "SSJ's example, 100 days",
        (
            Known("served a day", 240.590, m.served_a_day, 19.210 / 10),
            Known("hours waited a day", 4.793, m.waited_hours_a_day, 5.186 / 10),
        ),
    ),
    Case(
        "case_9_golden_branch",
        "9: the reference branch",
        "published run, 40,000 days",
        (
            *(
                Known(f"mean wait, {name}, min", wait, m.mean_wait_min(i), half / Z, 0.0005)
                for i, (name, wait, half, _, _) in enumerate(_GOLDEN)
            ),
            *(
                Known(f"share that left, {name}", share, m.share_left(i), error, 0.00005)
                for i, (name, _, _, share, error) in enumerate(_GOLDEN)
            ),
        ),
        long_days=40_000,  # as many as the published run had
    ),
    Case(
        "case_10_staffing",
        "10: 86 counter-half-hours (period by period: 92)",
        "wanted: 0.8 in every half-hour",
        (
            Known(
                "lowest half-hour within 5 min", 0.8, m.lowest_half_hour_within(300), at_least=True
            ),
        ),
        long_days=20_000,
    ),
)
