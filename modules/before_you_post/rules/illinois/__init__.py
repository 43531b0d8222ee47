"""What Illinois asks of physicians' advertising and of showing who somebody is."""
