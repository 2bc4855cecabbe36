"""Survey campaigns: whom they ask, how far they come, what was answered."""
