"""When something went out that should not have: what to find out, whom to tell, and until when."""
