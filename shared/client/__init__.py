"""What Qt programs know of the branch server: the port, REST, the event stream, start-up.

Start at ``shared.client.ports`` (what a program may ask) and ``shared.client.run`` (start-up).
"""
