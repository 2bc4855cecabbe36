"""Tests of shared.services."""
