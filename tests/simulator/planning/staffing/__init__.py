"""Tests of the search for the fewest people."""
