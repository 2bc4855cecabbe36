"""Tests of shared.store."""
