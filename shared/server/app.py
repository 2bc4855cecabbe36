"""The web application: routes, refusals, the outer edge. No I/O at import or when it is made."""

from fastapi import FastAPI

from shared.protocol.practice import PRACTICE
from shared.server.booking import route as booking
from shared.server.description import describe
from shared.server.edge import Edge
from shared.server.house import House
from shared.server.lead import route as lead
from shared.server.phone import commands as phone_commands
from shared.server.phone import route as phone
from shared.server.phone import survey as phone_survey
from shared.server.practice.hall import PracticeHall
from shared.server.problems import answer_refusals
from shared.server.routes import (
    appointments,
    cases,
    charge,
    clock,
    counters,
    customers,
    devices,
    directory,
    drafts,
    events,
    floor,
    forecast,
    incidents,
    journals,
    lobby,
    notices,
    practice,
    prints,
    probes,
    profile,
    reports,
    rush,
    sessions,
    staff,
    stand_in,
    surveys,
    tickets,
    triage,
    unlocking,
    visits,
    why,
)
from shared.server.web import bare_app

PREFIX = "/api/v1/branches/{branch}"


def create_app(house: House) -> FastAPI:
    """The application around a wired house; the house starts and stops with it."""
    app = bare_app("Branch Lobby", house)
    for routes in (  # what is asked for most stands first, since they are tried in this order
        tickets,
        counters,
        prints,
        why,
        visits,
        appointments,
        triage,
        customers,
        devices,
        unlocking,
        incidents,
        cases,
        staff,
        surveys,
        journals,
        floor,
        lobby,
        forecast,
        events,
        charge,
        stand_in,
        sessions,
        directory,
        reports,
        notices,
        rush,
        profile,
        drafts,
    ):
        app.include_router(routes.router, prefix=PREFIX)
    app.include_router(practice.in_branch, prefix=PREFIX)
    app.include_router(probes.router)
    app.include_router(phone.router)
    app.include_router(lead.router)
    app.include_router(phone_commands.router)
    app.include_router(phone_survey.router)
    app.include_router(booking.router)
    app.include_router(practice.router)
    app.include_router(clock.router)
    if house.clock.is_real and house.duty.publishes:
        hall = PracticeHall(house, create_app)
        house.guests.append(hall)
        app.mount(PRACTICE, hall)
    answer_refusals(app)
    app.add_middleware(Edge)
    describe(app, PREFIX)
    return app
