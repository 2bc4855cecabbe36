"""The teller's program: sign in, call, serve, close; everything by keyboard (Widgets).

``presenter`` knows the client and what was asked, ``scene`` is what is true now, ``keys`` what each
key would do and why not; the other modules draw. No rule of the branch lives here.
"""
