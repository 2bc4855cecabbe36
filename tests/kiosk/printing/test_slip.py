from dataclasses import replace

from kiosk.printing.slip import Bilingual, slip_texts
from tests.kiosk.printing.sample import BARE, FULL, NO_FORECAST


def test_texts_of_a_full_slip() -> None:
    assert slip_texts(FULL) == {
        "bank": "示例银行 人民路支行",
        "number": "A027",
        "service_zh": "存款取款",
        "service_en": "Cash in or out",
        "phone_url": "https://lobby.example.com/t/7K2M9QXD",
        "arrived": "到达 Arrived 2026-11-20 10:12:04",
        "short_code": "7K2M9QXD",
        "ahead_caption": "前面 Ahead",
        "ahead": "6",
        "ahead_unit": "人",
        "about_caption": "大约 About",
        "about": "10:25",
        "window_zh": "十次有八次在 10:21–10:30 叫到您",
        "window_en": "10:21–10:30, 8 times in 10",
        "ready_zh": "请准备：身份证、银行卡或存折",
        "ready_en": "ID card, bank card or passbook",
        "missed_zh": "三次未到，后移五位，号码仍有效。",
        "missed_en": "Missed? 5 places back.",
        "cap_zh": "每人最多被后来者越过 3 次",
        "cap_en": "Nobody is passed more than 3 times",
        "phone_zh": "手机扫码看进度",
        "phone_en": "Follow on your phone",
    }


def test_without_a_forecast_the_arrival_time_takes_its_place() -> None:
    texts = slip_texts(NO_FORECAST)
    assert (texts["clock_caption"], texts["clock"]) == ("到达 Arrived", "10:12")
    assert {"about", "window_zh", "window_en", "cap_zh"} & texts.keys() == set()


def test_what_is_not_known_is_left_out() -> None:
    assert set(slip_texts(BARE)) == {
        "bank", "number", "service_zh", "service_en", "arrived", "short_code",
        "clock_caption", "clock",
    }  # fmt: skip


def test_nobody_ahead_is_said_and_not_left_out() -> None:
    assert slip_texts(replace(FULL, people_ahead=0))["ahead"] == "0"


def test_a_second_print_says_so() -> None:
    assert slip_texts(replace(FULL, copy=2))["copy"] == "第 2 次打印 COPY 2"
    assert "copy" not in slip_texts(FULL)


def test_a_service_with_one_name_is_not_printed_twice() -> None:
    texts = slip_texts(replace(FULL, service=Bilingual("ETC", "ETC")))
    assert texts["service_zh"] == "ETC"
    assert "service_en" not in texts
