"""Tests of the umbrella command."""
