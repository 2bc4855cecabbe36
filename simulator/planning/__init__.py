"""What to do about tomorrow: staffing, rosters, layout, appointments, rules, and what they cost."""
