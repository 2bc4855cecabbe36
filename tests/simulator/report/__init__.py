"""Tests of simulator.report."""
