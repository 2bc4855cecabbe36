"""How many people, where and when: the fewest who keep the waiting standard."""
