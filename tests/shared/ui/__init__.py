"""Tests of `shared/ui`."""
