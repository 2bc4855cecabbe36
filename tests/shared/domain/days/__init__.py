"""One readable scenario a test: days as a bank knows them, run as the server runs them."""
