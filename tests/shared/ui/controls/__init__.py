"""Tests of `shared/ui/controls`."""
