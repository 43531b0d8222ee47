"""What Florida asks of advertising and of marketing with patients' pictures."""
