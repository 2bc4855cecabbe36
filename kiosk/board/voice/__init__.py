"""The spoken call: a sentence as a row of recorded clips, joined into one sound and played in turn.

``phrase`` (which clips, in which order) and ``joiner`` (clips to one WAV) know nothing of Qt;
``player`` and its adapters make it heard; ``announcer`` keeps the order of the calls.
"""
