"""Tomorrow: who sits where, who lunches when, whom to borrow."""
