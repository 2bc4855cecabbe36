"""The board: one big screen in the hall that shows and speaks who is called, and where to go."""
