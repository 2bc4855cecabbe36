"""Forecasts beside the server."""
