"""The server dies in mid-morning and comes back: windows recover, nothing is missing."""

from simulator.demo.scene import WALK_RATE, Scene


def outage(scene: Scene) -> None:
    """Kill -9, what the windows say, restart, everything acknowledged is still there."""
    stage, branch = scene.stage, scene.branch
    before = scene.log()
    branch.kill_server()
    clients = stage.clients
    stage.wait(lambda: not any(c.is_online for c in clients.values()), "the windows notice")
    stage.wait(lambda: not stage.shows("kiosk", "waitCount"), "the kiosk says that it is away")
    stage.picture("kiosk", "kiosk-away-zh")
    stage.picture("teller", "teller-offline-zh")
    branch.start_server(branch.now(), WALK_RATE)
    stage.wait(lambda: all(c.is_online for c in clients.values()), "all windows are back", 30)
    after = scene.log()
    scene.checks.equal(
        "events from before the crash, afterwards", after[: len(before)] == before, True
    )
    newest = stage.lobby("kiosk").sequence
    scene.checks.true("windows go on from the log", newest >= before[-1].sequence, newest)
    stage.wait(lambda: stage.shows("kiosk", "waitCount"), "the kiosk gives tickets again")
