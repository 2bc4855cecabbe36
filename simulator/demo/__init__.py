"""A day played through the real programs: real server, real windows, real sockets and files.

Nothing here imports kiosk or counter: programs are found through their entry points, the server
and the printer are started as the commands a branch would start.
"""
