"""One readable scenario a test: days as a bank knows them, through the core as the server runs it."""
