"""Who is next, and at which counter: pure decisions on rows of integers.

Nothing here knows a clock, a file, an object or a name. The live branch, the SimPy model and the
compiled kernel call these very functions; none of them may hold a rule of its own.

Times in rows are microseconds from the branch's local midnight of the business day, and so is
``now``. Differences are taken inside, so that a weight never meets an epoch (which would overflow
64 bits in compiled code and not in Python). See docs/decisions/0002-dispatch-on-integer-rows.md.
"""
