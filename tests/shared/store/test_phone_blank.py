"""Kept answers hold no address of a phone page, and repeated ones have one that works."""

from shared.services.decision import PhoneToken
from shared.store.phone_blank import blanked, filled


def test_token_is_taken_out_and_a_new_one_put_in() -> None:
    body = '{"id":"abc","phone_url":"https://lobby.example/t/secret-_1"}'
    kept = blanked(body, [PhoneToken("secret-_1", "abc")])
    assert kept == '{"id":"abc","phone_url":"https://lobby.example/t/<phone:abc>"}'
    again, tokens = filled(kept)
    assert [token.ticket for token in tokens] == ["abc"]
    assert again == body.replace("secret-_1", tokens[0].token)
    assert tokens[0].token != "secret-_1"


def test_answer_without_a_page_stays_as_it_is() -> None:
    body = '{"id":"abc"}'
    assert (blanked(body, []), filled(body)) == (body, (body, []))
