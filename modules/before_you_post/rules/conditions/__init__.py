"""What several rules ask: of a form, of words, of people and papers, of edits. Each module answers one question."""
