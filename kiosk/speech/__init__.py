"""Words that are spoken at the kiosk, by the speech program of its machine.

``speaker`` is the port, ``espeak`` its adapter; the loudspeaker is that of the board's voice.
"""
