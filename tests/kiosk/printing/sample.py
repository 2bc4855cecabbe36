"""The slip of the drawn target, and variations of it."""

from dataclasses import replace

from kiosk.printing.booking import BookingContent
from kiosk.printing.slip import Bilingual, SlipContent, Window

PHONE_URL = "https://lobby.example.com/t/7K2M9QXD"

FULL = SlipContent(
    bank=Bilingual("示例银行", "Example Bank"),
    branch=Bilingual("人民路支行", "Renmin Road"),
    number="A027",
    service=Bilingual("存款取款", "Cash in or out"),
    arrived="2026-11-20 10:12:04",
    short_code="7K2M9QXD",
    people_ahead=6,
    window=Window("10:21", "10:25", "10:30"),
    have_ready=Bilingual("身份证、银行卡或存折", "ID card, bank card or passbook"),
    phone_url=PHONE_URL,
    missed_rule=Bilingual("三次未到，后移五位，号码仍有效。", "Missed? 5 places back."),
    overtaking_cap=Bilingual("每人最多被后来者越过 3 次", "Nobody is passed more than 3 times"),
)
NO_FORECAST = replace(FULL, window=None, overtaking_cap=None)
BARE = SlipContent(
    bank=Bilingual("示例银行", "Example Bank"),
    branch=Bilingual("人民路支行", "Renmin Road"),
    number="B001",
    service=Bilingual("开户", "Open an account"),
    arrived="2026-11-20 09:00:00",
    short_code="ABCD2345",
)
LONG = replace(
    FULL,
    number="A1027",
    service=Bilingual(
        "个人外汇购汇、结汇与跨境汇款（含留学生）业务咨询",
        "Foreign exchange and cross-border transfer advice for students abroad",
    ),
    copy=2,
)
BOOKING = BookingContent(
    bank=FULL.bank,
    branch=FULL.branch,
    service=Bilingual("个人贷款面签", "Loan signing"),
    day="2026-11-23",
    weekday=Bilingual("周一", "Mon"),
    clock="10:30",
    code="K7M2QX",
    check_in_from="10:15",
    check_in_until="10:45",
    made="2026-11-20 10:12",
    person="李娜",
    have_ready=FULL.have_ready,
)
