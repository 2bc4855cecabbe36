"""Tests of simulator.replaying."""
