"""Keys that stand for codes and people."""

from shared.services.pseudonym import Pseudonyms, customer_key, tidy

DAY = "2026-11-20"


def pseudonyms(secret: str = "one") -> Pseudonyms:
    made = Pseudonyms(lambda purpose: f"{secret} {purpose}".encode())
    made.load()
    return made


def test_a_code_as_people_type_it() -> None:
    assert [tidy(text) for text in ("k7mw4q", " K7M-W4Q ", "K7M W4Q\n")] == ["K7MW4Q"] * 3
    keys = pseudonyms()
    assert keys.code("renmin", "k7m w4q") == keys.code("renmin", "K7MW4Q")


def test_the_same_customer_has_the_same_key_here_and_another_elsewhere() -> None:
    keys = pseudonyms()
    here = keys.customer("renmin", "13800000000", DAY)
    assert (len(here), keys.customer("renmin", " 13800000000 ", "2026-11-01")) == (24, here)
    others = {
        keys.customer("renmin", "13800000001", DAY),
        keys.customer("renmin", "13800000000", "2026-12-01"),
        keys.customer("zhongshan", "13800000000", DAY),
        pseudonyms("two").customer("renmin", "13800000000", DAY),
        keys.code("renmin", "13800000000")[:24],
    }
    assert len(others - {here}) == 5


def test_no_reference_no_key() -> None:
    assert [pseudonyms().customer("renmin", text, DAY) for text in ("", "  ")] == ["", ""]


def test_a_request_is_told_from_another() -> None:
    keys = pseudonyms()
    assert keys.request(b"a", b"b") == keys.request(b"a", b"b")
    assert len({keys.request(b"a", b"b"), keys.request(b"a", b"c")}) == 2


def test_each_purpose_and_month_has_its_own_key_asked_for_once() -> None:
    asked: list[str] = []

    def key_of(name: str) -> bytes:
        asked.append(name)
        return b"key"

    keys = Pseudonyms(key_of)
    keys.load()
    for day in ("2026-11-20", "2026-11-30", "2026-12-01"):
        keys.customer("renmin", "13800000000", day)
    assert asked == ["code", "request", customer_key("2026-11"), "customer:2026-12"]


def test_others_read_on_while_the_keys_are_asked_for_again() -> None:
    read: list[str] = []

    def key_of(name: str) -> bytes:
        if old:
            read.append(keys.request(b"a"))
        return b"new " if old else b"old " + name.encode()

    old = ""
    keys = Pseudonyms(key_of)
    keys.load()
    old = keys.request(b"a")
    keys.renew()
    assert set(read) == {old}
    assert keys.request(b"a") != old
