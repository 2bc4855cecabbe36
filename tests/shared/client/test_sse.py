"""The event stream's format, in pieces of any size."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.client.sse import Comment, Frame, SseParser

STREAM = (
    ": beat 2026-11-24T10:12:00+08:00\n\n"
    'id: 7\nevent: ticket.issued\ndata: {"number":\ndata: "A027"}\n\n'
    "event: nothing\n\n"
    "id: 8\r\nevent: 求助\r\ndata:x\r\n\r\n"
).encode()
WHOLE = [
    Comment("beat 2026-11-24T10:12:00+08:00"),
    Frame("7", "ticket.issued", '{"number":\n"A027"}'),
    Frame("8", "求助", "x"),
]


def test_a_whole_stream() -> None:
    assert SseParser().feed(STREAM) == WHOLE


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_pieces_of_any_size_give_the_same(cuts: list[int]) -> None:
    parser = SseParser()
    places = [0, *sorted(cuts), len(STREAM)]
    found = [each for a, b in pairwise(places) for each in parser.feed(STREAM[a:b])]
    assert found == WHOLE
