"""Ports that nobody uses at the moment."""

import socket


def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listened just now."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port: int = bound.getsockname()[1]
        return port
