"""Offers of triage in both languages."""

from datetime import UTC, datetime

import pytest

from shared.config.load import load_profile
from shared.domain.triage import Offer
from shared.services.triage_words import offer_words

PROFILE = load_profile("neighbourhood")
NOW = datetime(2026, 11, 23, 10, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("offer", "zh", "en"),
    [
        (Offer("counter", "usual"), "取号到柜台办理", "Take a ticket for the counter"),
        (
            Offer("counter", "missing_documents", missing=("id-card", "phone")),
            "仍要排队：缺少身份证、手机，可能白等一趟",
            "Queue all the same: without ID card, mobile phone it may be in vain",
        ),
        (
            Offer("machine", "saves_time", saves_min=12.9, machine="atm-1"),
            "自助存取款机：比柜台快约 12 分钟",
            "Cash machine: about 12 min quicker than the counter",
        ),
        (
            Offer("machine", "possible_without", machine="atm-1"),
            "自助存取款机：用现有材料就能办",
            "Cash machine: works with what you have here",
        ),
        (
            Offer("adviser", "advice_first"),
            "请大堂顾问看看今天能办什么",
            "Ask an adviser in the hall what is possible today",
        ),
        (Offer("adviser", "person_there"), "请大堂顾问帮您", "Talk to an adviser in the hall"),
        (
            Offer("adviser", "saves_time", saves_min=6.0),
            "请大堂顾问帮您：快约 6 分钟",
            "Talk to an adviser in the hall: about 6 min quicker",
        ),
        (
            Offer("appointment", "saves_time", saves_min=25.0, in_min=1470.0),
            "预约 2026-11-24 10:40：少等约 25 分钟",
            "Appointment 2026-11-24 10:40: about 25 min less waiting",
        ),
        (
            Offer("appointment", "come_prepared", in_min=95.0),
            "预约 11:45，带齐材料再来",
            "Appointment 11:45, with what is missing",
        ),
        (
            Offer("later", "saves_time", saves_min=14.0, in_min=120.0),
            "12:10 再来：少等约 14 分钟",
            "Come back at 12:10: about 14 min less waiting",
        ),
        (
            Offer("later", "come_back", in_min=120.0),
            "带齐材料再来，12:10 前后最空",
            "Come back with what is missing, best at 12:10",
        ),
        (Offer("later", "come_back"), "带齐材料再来", "Come back with what is missing"),
        (
            Offer("machine", "suspended", machine="atm-1"),
            "自助存取款机：窗口暂停办理此业务",
            "Cash machine: the counters cannot do this now",
        ),
        (
            Offer("adviser", "suspended"),
            "请咨询大堂顾问：窗口暂停办理此业务",
            "Ask an adviser: the counters cannot do this now",
        ),
        (
            Offer("later", "suspended"),
            "请稍后再来：窗口暂停办理此业务",
            "Come back later: the counters cannot do this now",
        ),
        (
            Offer("later", "suspended", in_min=120.0),
            "请在 12:10 再来：窗口暂停办理此业务",
            "Come back at 12:10: the counters cannot do this now",
        ),
        (
            Offer("appointment", "suspended", in_min=95.0),
            "预约 11:45：窗口暂停办理此业务",
            "Appointment 11:45: the counters cannot do this now",
        ),
    ],
)
def test_an_offer_in_plain_words(offer: Offer, zh: str, en: str) -> None:
    assert (
        offer_words(offer, PROFILE, NOW, "zh_CN"),
        offer_words(offer, PROFILE, NOW, "en"),
    ) == (zh, en)
