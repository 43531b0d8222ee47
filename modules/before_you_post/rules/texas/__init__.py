"""What Texas asks beyond federal law: of advertising, of marketing with patients' pictures, and of training."""
