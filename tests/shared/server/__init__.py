"""Tests of shared.server."""
