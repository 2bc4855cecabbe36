from counter.teller import keys, visit_keys
from counter.teller.scene import Command, Scene, scene_of
from shared.config.load import load_profile
from shared.protocol.lobby import LobbyView
from tests.counter.teller import scenes

PROFILE = load_profile("neighbourhood")


def scene(lobby: LobbyView, pending: Command | None = None, *, is_online: bool = True) -> Scene:
    return scene_of(
        lobby.counters[1],
        lobby,
        counter_id="3",
        pending=pending,
        is_online=is_online,
        profile=PROFILE,
    )


def next_words(lobby: LobbyView) -> tuple[str, str]:
    face = keys.next_face(scene(lobby), 24, "en")
    return face.verb, face.hint


def test_next_says_what_it_would_do() -> None:
    likely = "likely P003, Cash in or out, waiting 24 min"
    assert next_words(scenes.lobby()) == ("Call next", likely)
    assert next_words(scenes.lobby(ticket=scenes.serving())) == (
        "Close and call next",
        f"Outcome: Done · then {likely}",
    )
    assert next_words(scenes.lobby(state="paused")) == (
        "Resume work",
        "then F2 calls the next customer",
    )
    assert next_words(scenes.lobby(state="closed"))[0] == "Open Counter 3"


def test_next_says_what_happens_when_nobody_waits() -> None:
    assert next_words(scenes.nobody())[1] == "nobody waits: the next to come is called here"
    assert next_words(scenes.nobody(is_standby=True))[1] == (
        "standing by: the next to come is called here"
    )


def test_next_while_pending_and_offline() -> None:
    pending = keys.next_face(scene(scenes.lobby(), Command.NEXT), 24, "en")
    assert (pending.verb, pending.is_pending, pending.is_enabled) == ("Calling", True, False)
    offline = keys.next_face(scene(scenes.lobby(), is_online=False), 24, "en")
    assert offline == keys.Face("Call next", "no connection: comes back by itself", False)


def test_no_show_says_what_is_missing() -> None:
    first = keys.no_show_face(scene(scenes.lobby(ticket=scenes.called())), "en")
    assert first == keys.Face("No-show", "recall once first", is_enabled=False)
    then = keys.no_show_face(scene(scenes.lobby(ticket=scenes.called(recalls=1))), "en")
    assert then == keys.Face("No-show", "frees the counter")
    served = keys.no_show_face(scene(scenes.lobby(ticket=scenes.serving())), "en")
    assert served == keys.Face("No-show", "customer is here", is_enabled=False)


def test_recall_counts() -> None:
    assert keys.recall_face(scene(scenes.lobby(ticket=scenes.called(recalls=2))), "en") == (
        keys.Face("Recall", "recalled 2 times")
    )
    assert keys.recall_face(scene(scenes.lobby()), "en") == (
        keys.Face("Recall", "nobody called", is_enabled=False)
    )


def test_close_needs_a_customer_and_here_a_called_one() -> None:
    assert keys.close_face(scene(scenes.lobby(ticket=scenes.serving())), "en") == (
        keys.Face("Close as...", "choose outcome 1–5")
    )
    assert keys.close_face(scene(scenes.lobby()), "en").hint == "nobody served"
    assert keys.here_face(scene(scenes.lobby(ticket=scenes.called())), "en").is_enabled
    assert keys.here_face(scene(scenes.lobby(ticket=scenes.serving())), "en").hint == (
        "already started"
    )


def test_pause_waits_for_the_customer_and_becomes_resume() -> None:
    assert keys.pause_face(scene(scenes.lobby()), "en") == keys.Face("Pause")
    assert keys.pause_face(scene(scenes.lobby(ticket=scenes.called())), "en") == (
        keys.Face("Then pause", "after this customer")
    )
    assert keys.pause_face(scene(scenes.lobby(state="paused")), "en") == keys.Face("Resume")


def test_every_key_is_off_without_connection() -> None:
    away = scene(scenes.lobby(ticket=scenes.called(recalls=1)), is_online=False)
    faces = [keys.recall_face, keys.here_face, keys.close_face, keys.no_show_face]
    assert [face(away, "en").hint for face in faces] == ["no connection"] * 4


def test_back_needs_somebody_who_is_away() -> None:
    face = visit_keys.back_face
    assert face(scene(scenes.lobby()), "en") == keys.Face("Back...", "nobody is away", False)
    one, two = scenes.missed("A019"), scenes.missed("A019", "B007")
    free = scenes.lobby(ticket=scenes.serving(), missed=one)
    assert face(scene(free), "en") == keys.Face("Back...", "0 on hold, 1 missed")
    paused = scenes.lobby(state="paused", missed=two)
    assert face(scene(paused), "en").hint == "0 on hold, 2 missed"
    assert face(scene(free, Command.NEXT), "en").is_enabled is False
    assert face(scene(free, is_online=False), "en").hint == "no connection"


def test_f4_is_the_next_need_once_somebody_with_several_is_served() -> None:
    ticket = scenes.serving()
    face = visit_keys.here_or_need_face
    assert face(scene(scenes.lobby(ticket=ticket)), "en").hint == "already started"
    two = ticket.model_copy(update={"needs": ("cash", "lost")})
    assert face(scene(scenes.lobby(ticket=two)), "en") == keys.Face("Next need", "Lost card or PIN")
    assert face(scene(scenes.lobby(ticket=two), Command.NEED), "en").is_enabled is False


def test_hold_transfer_and_later_need_a_customer() -> None:
    for face in (visit_keys.hold_face, visit_keys.transfer_face, visit_keys.later_face):
        assert face(scene(scenes.lobby()), "en").hint == "nobody served"
        assert face(scene(scenes.lobby(ticket=scenes.called())), "en").is_enabled
