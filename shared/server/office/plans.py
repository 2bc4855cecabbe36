"""A plan on the wire."""

from shared.protocol.event import to_datetime
from shared.protocol.plan import PlanView
from shared.store.plan import PlanRecord


def view_of(plan: PlanRecord) -> PlanView:
    """The plan as it is told."""
    return PlanView.model_validate(
        {
            "id": plan.id,
            "branch": plan.branch,
            "kind": plan.kind,
            "title": plan.title,
            "state": plan.state,
            "by": plan.proposed_by,
            "proposed_at": to_datetime(plan.proposed_us),
            "starts_on": plan.starts_on or None,
            "note": plan.note,
            "predicted": plan.predicted,
            "decided_by": plan.decided_by,
            "decided_at": to_datetime(plan.decided_us) if plan.decided_us else None,
            "reason": plan.reason,
            "text": plan.text,
        }
    )
