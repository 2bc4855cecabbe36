"""The forecasts of a house: what requests read, and what the streams are told."""

from collections.abc import Iterator

from shared.rollout.windows.quoted import Foretold
from shared.server.forecasting.forecaster import Forecaster, Told
from shared.server.hub import Hub
from shared.server.metrics import Family, Sample
from shared.services.lobby import Entry
from shared.services.quoting import forecast_view


def forecast_frame(foretold: Foretold) -> str:
    """The forecast as text of the stream; without an id, since it stands in no log."""
    return f"event: forecast\ndata: {forecast_view(foretold).model_dump_json()}\n\n"


class Forecasts:
    """Where there is no forecaster nobody is foretold anything."""

    def __init__(self, forecaster: Forecaster | None = None) -> None:
        """``forecaster``: who looks ahead, if anybody does."""
        self.forecaster = forecaster

    def start(self, branch: str = "") -> None:
        """Begin; look at this branch also before anything happens there."""
        if self.forecaster is not None:
            if branch:
                self.forecaster.watch(branch)
            self.forecaster.start()

    def stop(self) -> None:
        """End it."""
        if self.forecaster is not None:
            self.forecaster.stop()

    def notice(self, branch: str, entries: list[Entry]) -> None:
        """News; from any thread, returns at once."""
        if self.forecaster is not None:
            self.forecaster.notice(branch, entries)

    def latest(self, branch: str) -> Foretold | None:
        """The newest forecast of a branch that may be told."""
        return None if self.forecaster is None else self.forecaster.latest(branch)

    def figures(self) -> Iterator[Family]:
        """For Prometheus; nothing where nobody looks ahead."""
        if self.forecaster is None:
            return
        lost: list[Sample] = [("", {}, self.forecaster.processes_lost)]
        told = "Looking processes that ended or hung and were replaced."
        yield "lobby_forecast_processes_lost_total", "counter", told, lost
        ages: list[Sample] = [
            ("", {"branch": branch}, age_s) for branch, age_s in self.forecaster.ages_s().items()
        ]
        told = "Age of the newest forecast; above 30 it is told to nobody."
        yield "lobby_forecast_age_seconds", "gauge", told, ages

    def frame(self, branch: str) -> str:
        """For whoever begins to listen; empty where nothing is foretold."""
        found = self.latest(branch)
        return "" if found is None else forecast_frame(found)


def to_streams(hub: Hub) -> Told:
    """Tells each new forecast to everybody who listens."""
    return lambda foretold: hub.tell(foretold.branch, forecast_frame(foretold))
