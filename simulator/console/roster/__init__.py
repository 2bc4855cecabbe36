"""The page Roster: named people, day by day, changed by hand under the rules of the staff file."""
