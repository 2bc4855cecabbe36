"""When those who wait, and whoever comes next, will be called: the branch lived ahead many times.

A folder of its own below the kernel: what stands here is Python and changes no machine code.
"""
