"""The wire: what server and clients say to each other, as pydantic models. No Qt, no FastAPI.

Times are aware datetimes (ISO 8601 with microseconds), durations carry their unit in the name.
Names of services, segments and counters are looked up in the profile by their identifier.
"""
