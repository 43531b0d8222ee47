"""Was a published picture retouched? An aligned pair of published panel and original -> one answer a family of edits."""
