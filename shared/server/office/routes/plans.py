"""Plans that a branch hands in, and what head office decides about them."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.concurrency import run_in_threadpool

from shared.protocol.plan import DecidePlan, Plans, PlanView, ProposePlan
from shared.server.dependencies import IdempotencyKey
from shared.server.office.dependencies import Decider, InOffice, KeptBranch, Planner
from shared.server.office.plans import view_of
from shared.server.office.repeated import identity
from shared.server.problems import ALWAYS, declare
from shared.store.plan import APPROVED, DECLINED, NewPlan

router = APIRouter(prefix="/plans", tags=["plans"])
PlanId = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$", description="as GET plans says")]


@router.post("", status_code=201, responses=declare(*ALWAYS, 409, 503))
async def propose(
    request: Request,
    body: ProposePlan,
    branch: KeptBranch,
    office: InOffice,
    actor: Planner,
    key: IdempotencyKey = None,
) -> PlanView:
    """Hand a plan in. It changes nothing before somebody else has approved it."""
    kept, digest = await identity(office, request, actor, key)
    plan = NewPlan(
        id=uuid.uuid4().hex,
        branch=branch,
        kind=body.kind,
        title=body.title,
        proposed_by=body.by,
        starts_on=body.starts_on.isoformat() if body.starts_on else "",
        note=body.note,
        text=body.text,
        predicted=[figure.model_dump(mode="json") for figure in body.predicted],
        key=kept,
        digest=digest,
    )
    return view_of(await run_in_threadpool(office.plans.propose, plan, office.clock.now_us()))


@router.get("", responses=declare(*ALWAYS))
async def list_plans(branch: KeptBranch, office: InOffice, _: Planner) -> Plans:
    """The plans of the branch and how they stand, newest first."""
    found = await run_in_threadpool(office.plans.plans, branch)
    return Plans(plans=tuple(view_of(plan) for plan in found))


@router.get("/{plan}", responses=declare(*ALWAYS))
async def show_plan(plan: PlanId, branch: KeptBranch, office: InOffice, _: Planner) -> PlanView:
    """One plan with its file."""
    return view_of(await run_in_threadpool(office.plans.plan, branch, plan))


@router.post("/{plan}/withdraw", responses=declare(*ALWAYS, 409))
async def withdraw(plan: PlanId, branch: KeptBranch, office: InOffice, _: Planner) -> PlanView:
    """Take a plan back before anybody has decided."""
    now_us = office.clock.now_us()
    return view_of(await run_in_threadpool(office.plans.withdraw, branch, plan, now_us))


@router.post("/{plan}/decide", responses=declare(*ALWAYS, 409))
async def decide(
    plan: PlanId, body: DecidePlan, branch: KeptBranch, office: InOffice, _: Decider
) -> PlanView:
    """Approve or decline a plan; whoever handed it in may not."""
    state = APPROVED if body.approve else DECLINED
    now_us = office.clock.now_us()
    found = await run_in_threadpool(
        office.plans.decide, branch, plan, state, body.by, body.reason, now_us
    )
    return view_of(found)
