"""What a plan costs and what a change brings: prices as data, a day's bill, cost and return."""
