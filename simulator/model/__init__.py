"""The reference model: a branch day in SimPy over the production domain.

The model decides nothing about the queue. Customers and tellers are processes that send the same
commands as the live programs; ``shared.domain`` answers with events and ``shared.dispatch`` says
who is called where. Draws are data: the model never makes a random number.
"""
