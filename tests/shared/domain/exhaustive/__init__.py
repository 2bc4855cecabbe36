"""Every interleaving of what may happen in a small branch, through the real domain.

``world`` says what branch it is, ``packing`` what of its state decides its future, ``moves`` what
may happen next, ``watch`` what must hold when it does, ``explore`` goes through all of it.
"""
