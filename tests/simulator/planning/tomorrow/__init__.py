"""Tests of plans for tomorrow."""
