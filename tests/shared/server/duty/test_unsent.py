"""Which answers the stand-in lacks, and in what company they travel."""

import pytest

from shared.protocol.shipping import Lines, LogLine
from shared.protocol.stand_in import CopiedAnswer
from shared.server.duty import unsent
from shared.server.duty.unsent import Piece, Unsent, next_piece


def answer(place: int, key: str = "", body: str = "{}") -> CopiedAnswer:
    return CopiedAnswer(key=key or f"key-{place}", digest="", body=body, made_us=0, place=place)


def lines(*groups: tuple[int, ...]) -> Lines:
    """Lines by the group that they were committed in."""
    made = [
        LogLine(
            sequence=sequence,
            schema_version=1,
            kind="k",
            at_us=0,
            recorded_us=number,
            data="{}",
            prev_hash="",
            hash="",
        )
        for number, group in enumerate(groups)
        for sequence in group
    ]
    return Lines(log="l", lines=tuple(made))


def told(piece: Piece) -> tuple[list[int], list[int]]:
    return [line.sequence for line in piece.lines], [each.place for each in piece.answers]


def first(waiting: Unsent) -> tuple[list[int], bool]:
    """The places of what goes next, and whether that is all."""
    found = waiting.first()
    assert found is not None
    return [each.place for each in found[0]], found[1]


def known(*answers: CopiedAnswer) -> Unsent:
    made = Unsent()
    made.recall(list)
    made.put(answers)
    return made


def test_answer_travels_with_the_last_line_of_its_command() -> None:
    waiting = [answer(2), answer(4), answer(4, "refused"), answer(6)]
    piece = next_piece(lines((1, 2, 3, 4), (5, 6)), 6, 0, waiting, is_all=True)
    assert told(piece) == ([1, 2, 3, 4, 5, 6], [2, 4, 4, 6])


def test_refusal_travels_alone_when_the_lines_are_there() -> None:
    assert told(next_piece(lines(), 6, 6, [answer(6)], is_all=True)) == ([], [6])


def test_line_whose_answer_is_not_put_yet_waits() -> None:
    assert told(next_piece(lines((1,), (2,)), 1, 0, [answer(1)], is_all=True)) == ([1], [1])


def test_no_piece_ends_within_a_command() -> None:
    """More lines follow: 3 may belong to the command of 4."""
    assert told(next_piece(lines((1, 2, 3)), 9, 0, [answer(2)], is_all=True)) == ([1, 2], [2])
    assert told(next_piece(lines((1, 2), (3,)), 9, 0, [], is_all=True)) == ([1, 2], [])
    assert told(next_piece(lines((1, 2, 3)), 9, 0, [], is_all=True)) == ([1, 2, 3], [])


def test_lines_go_no_further_than_the_answers_that_fit() -> None:
    piece = next_piece(lines((1,), (2,), (3,)), 3, 0, [answer(1), answer(2)], is_all=False)
    assert told(piece) == ([1, 2], [1, 2])
    assert told(next_piece(lines((8,)), 8, 7, [answer(3)], is_all=False)) == ([], [3])


def test_an_answer_put_twice_does_not_take_another_ones_place() -> None:
    waiting = [answer(1), answer(2), answer(1), answer(2)]
    piece = next_piece(lines((1,)), 1, 0, waiting, is_all=True)
    assert told(piece) == ([1], [1])


def test_one_request_holds_so_much() -> None:
    large = "x" * (unsent.PIECE_BYTES // 2)
    waiting = known(*(answer(n, body=large) for n in range(3)))
    assert first(waiting) == ([0], False)
    waiting.tell(2)
    assert first(waiting) == ([2], True)


def test_mark_is_told_when_all_before_it_are() -> None:
    waiting = known()
    first, second = waiting.put([answer(1), answer(2)]), waiting.put([answer(3)])
    waiting.tell(2)
    assert [waiting.is_told(mark) for mark in (first, second)] == [True, False]
    assert waiting.is_told(waiting.put([])) is False
    waiting.tell(1)
    assert waiting.is_told(second)


def test_after_a_copy_anew_nothing_is_told_until_all_are_there() -> None:
    waiting = known(answer(1))
    mark = waiting.put([answer(2)])
    waiting.lose()
    assert not waiting.is_told(mark)
    later: list[int] = []

    def read() -> list[CopiedAnswer]:
        later.append(waiting.put([answer(2), answer(3)]))  # meanwhile
        return [answer(1), answer(2)]

    waiting.recall(read)
    assert first(waiting) == ([1, 2, 2, 3], True)
    waiting.tell(2)
    assert (waiting.is_told(mark), waiting.is_told(later[0])) == (True, False)
    waiting.tell(2)
    assert waiting.is_told(later[0])


def test_too_many_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsent, "MOST", 2)
    waiting = known(answer(1), answer(2))
    mark = waiting.put([answer(3)])
    assert (waiting.first(), waiting.is_told(mark)) == (None, False)
    waiting.recall(lambda: [answer(1), answer(2), answer(3)])
    waiting.tell(3)
    assert waiting.is_told(mark)


def test_more_than_may_wait_arrive_after_a_recall(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy hall: groups come all the time, some of them with nothing to keep."""
    monkeypatch.setattr(unsent, "MOST", 4)
    monkeypatch.setattr(unsent, "PIECE_MOST", 2)
    kept = [answer(n) for n in range(12)]
    waiting = Unsent()
    reads: list[int] = []

    def read() -> list[CopiedAnswer]:
        reads.append(len(kept))
        return kept

    for place in range(12, 16):
        waiting.recall(read)
        waiting.tell(len(first(waiting)[0]))
        mark = waiting.put([answer(place)])
        waiting.put([])
    while not waiting.is_told(mark):
        waiting.recall(read)
        waiting.tell(len(first(waiting)[0]))
        waiting.put([])
    assert reads == [12]


def test_new_ones_are_still_counted_after_a_recall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsent, "MOST", 2)
    waiting = Unsent()
    waiting.recall(lambda: [answer(n) for n in range(5)])
    waiting.tell(5)
    waiting.put([answer(5), answer(6)])
    assert waiting.is_known
    waiting.put([answer(7)])
    assert not waiting.is_known


def test_nothing_goes_out_while_nobody_knows_what_is_lacking() -> None:
    """Lost between the recall and the next piece: lines would go without their answers."""
    waiting = known(answer(1))
    waiting.lose()
    assert waiting.first() is None


def test_what_was_put_after_the_loss_is_not_told_by_a_request_from_before() -> None:
    waiting = known(answer(1))
    mark = waiting.put([answer(2)])
    waiting.lose()  # while both travel
    later = waiting.put([answer(3)])
    waiting.tell(2)
    waiting.recall(lambda: [answer(1), answer(2), answer(3)])
    assert first(waiting) == ([1, 2, 3], True)
    waiting.tell(2)
    assert (waiting.is_told(mark), waiting.is_told(later)) == (True, False)
