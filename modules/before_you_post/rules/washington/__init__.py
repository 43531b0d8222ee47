"""What Washington asks of a practice that HIPAA does not reach."""
