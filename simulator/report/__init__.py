"""Results of simulated days for people: pages with pictures, and workbooks."""
