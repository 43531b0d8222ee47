"""What is asked of the practice itself: its scope, officials, policies, notice, risk analysis, checks and records."""
