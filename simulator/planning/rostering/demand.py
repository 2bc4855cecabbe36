"""What each kind of day brings: the plan that is lived to see whether a roster keeps the standard."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from shared.config.rules import clock_us
from shared.metrics.visit import HALF_HOUR_US
from simulator.model.demand_table import Demand
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario_day import hours_on, played_on
from simulator.model.scenario_house import Absence
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty, clock
