"""The compiled kernel: the rules of ``shared.dispatch`` at the speed that forecasts need.

The only place that knows Numba. It compiles the very functions that the live branch calls, and
holds no rule of its own.
"""
