"""Hand-written fakes and helpers that more than one test uses, each with a name of its own."""
