"""Keys that stand for codes and people."""

from shared.services.pseudonym import Pseudonyms, Purpose, tidy


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
    here = keys.customer("renmin", "13800000000")
    assert (len(here), keys.customer("renmin", " 13800000000 ")) == (24, here)
    others = {
        keys.customer("renmin", "13800000001"),
        keys.customer("zhongshan", "13800000000"),
        pseudonyms("two").customer("renmin", "13800000000"),
        keys.code("renmin", "13800000000")[:24],
    }
    assert len(others - {here}) == 4


def test_no_reference_no_key() -> None:
    assert [pseudonyms().customer("renmin", text) for text in ("", "  ")] == ["", ""]


def test_a_request_is_told_from_another() -> None:
    keys = pseudonyms()
    assert keys.request(b"a", b"b") == keys.request(b"a", b"b")
    assert len({keys.request(b"a", b"b"), keys.request(b"a", b"c")}) == 2


def test_each_purpose_has_its_own_key() -> None:
    asked: list[Purpose] = []

    def key_of(purpose: Purpose) -> bytes:
        asked.append(purpose)
        return b"key"

    Pseudonyms(key_of).load()
    assert asked == [Purpose.CODE, Purpose.CUSTOMER, Purpose.REQUEST]
