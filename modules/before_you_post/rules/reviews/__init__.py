"""What a practice writes to or about patients without showing them: answers to reviews, thanks, stories."""
