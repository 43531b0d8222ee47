"""The clean cases: a photo and a practice with which nothing is wrong. A rule's own cases change one thing."""
