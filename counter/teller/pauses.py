"""What a teller decides about the counter: pauses, now or after this customer, and its services."""

from datetime import datetime, timedelta

from counter.teller.scene import Command, Phase
from counter.teller.visits import Visits
from shared.protocol.command import PauseCounter, PlanPause, SetServices
from shared.protocol.visit import JoinTicket

NO_PLAN, TO_CLOSE = "no-plan", "close-counter"
"""How the sheet names what is no reason of the profile: no pause after all, the end of work."""


class Pauses(Visits):
    """The intents of F12 and of the counter's services; each free of widgets."""

    def pause(self, reason: str, minutes: int = 0) -> None:
        """F12 and a digit: stop calling for a reason; back in so many minutes (0: not said).

        While a customer is here it is planned, and begins when the visit ends.
        """
        until = self._in(minutes)
        if self.scene.has_customer:
            self._plan(reason, until)
            return
        command = PauseCounter(reason=reason, until=until)
        self._run(
            Command.PAUSE, lambda: self.client.pause_counter(self.counter, command), self._see
        )

    def _plan(self, reason: str, until: datetime | None) -> None:
        """The last customer, then a pause, or the end of work; or no pause after all."""
        if reason == NO_PLAN:
            command = PlanPause(is_off=True)
        elif reason == TO_CLOSE:
            command = PlanPause()
        else:
            command = PlanPause(reason=reason, until=until)
        self._run(Command.PLAN, lambda: self.client.plan_pause(self.counter, command), self._see)

    def toggle_service(self, service: str) -> None:
        """Served here it is so no longer, and the other way round: no cash, for example."""
        served = self.scene.services
        others = tuple(each for each in served if each != service)
        command = SetServices(services=others if service in served else (*served, service))
        self._run(
            Command.SERVICES,
            lambda: self.client.set_services(self.counter, command),
            self._see,
        )

    def join(self, companion: str) -> None:
        """Who waits comes along on the present customer's ticket."""
        ticket = self._present(Phase.CALLED, Phase.SERVING)
        if ticket is not None:
            command = JoinTicket(companion=companion)
            self._on_ticket(Command.JOIN, lambda: self.client.join(ticket.id, command))

    def _in(self, minutes: int) -> datetime | None:
        return self.now() + timedelta(minutes=minutes) if minutes else None
