"""What the machine draws from: names of counters, services, people, and numbers to pick by."""

from hypothesis import strategies as st

COUNTERS = st.sampled_from(["1", "2", "3"])
SERVICES = st.sampled_from(["cash", "wealth", "card", "loan"])
USUAL = st.sampled_from(["cash", "wealth", "card"])
SEGMENTS = st.sampled_from(["", "ordinary", "priority", "key"])
STAFF = st.sampled_from(["wang", "li", "zhang"])
POOLS = st.sampled_from(["documents", "form", "approval"])
PICK = st.integers(0, 40)
OFTEN = st.integers(0, 3)
CUSTOMERS = st.sampled_from(["", "", "ann", "bob"])
