"""Forecasts beside the server: a process of its own looks ahead, commands never wait for it."""
