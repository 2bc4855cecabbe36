from counter.teller.scene import Command, Phase, Scene, phase_of, scene_of
from shared.config.load import load_profile
from shared.protocol.lobby import LobbyView
from tests.counter.teller import scenes
from tests.support import view


def scene(lobby: LobbyView, pending: Command | None = None) -> Scene:
    return scene_of(
        lobby.counters[1],
        lobby,
        counter_id="3",
        pending=pending,
        is_online=True,
        profile=load_profile("neighbourhood"),
    )


def test_phase_follows_state_customer_and_standby() -> None:
    assert phase_of(scenes.counter()) is Phase.FREE
    assert phase_of(scenes.counter(is_standby=True)) is Phase.STANDBY
    assert phase_of(scenes.counter(ticket=scenes.called())) is Phase.CALLED
    assert phase_of(scenes.counter(ticket=scenes.serving())) is Phase.SERVING
    assert phase_of(scenes.counter(state="paused")) is Phase.PAUSED
    assert phase_of(scenes.counter(state="closed")) is Phase.CLOSED


def test_queue_is_split_into_mine_and_others_in_call_order() -> None:
    shown = scene(scenes.lobby())
    assert [t.number for t in shown.mine][:3] == ["P003", "A021", "A022"]
    assert [t.number for t in shown.others] == ["C004"]
    assert shown.likely_next is shown.mine[0]


def test_nobody_is_likely_next_when_nobody_waits() -> None:
    shown = scene(scenes.nobody())
    assert (shown.likely_next, shown.mine, shown.others) == (None, (), ())


def test_since_is_the_call_then_the_start() -> None:
    ticket = scenes.called()
    assert scene(scenes.lobby(ticket=ticket)).since == ticket.called_at
    ticket = scenes.serving()
    assert scene(scenes.lobby(ticket=ticket)).since == ticket.started_at
    assert scene(scenes.lobby()).since == scenes.counter().since


def test_recalls_still_needed_come_from_the_profile() -> None:
    assert scene(scenes.lobby(ticket=scenes.called())).recalls_needed == 1
    assert scene(scenes.lobby(ticket=scenes.called(recalls=1))).recalls_needed == 0
    assert scene(scenes.lobby()).recalls_needed == 0


def test_the_present_ticket_is_not_among_those_who_wait() -> None:
    first = view.twelve_waiting()[0].model_copy(update={"state": "called"})
    assert "P003" not in [t.number for t in scene(scenes.lobby(ticket=first)).mine]


def test_unknown_counter_is_closed() -> None:
    shown = scene_of(None, None, counter_id="3", pending=None, is_online=False, profile=None)
    assert (shown.phase, shown.queue) == (Phase.CLOSED, ())
