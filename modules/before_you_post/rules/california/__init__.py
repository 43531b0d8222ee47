"""What California asks beyond HIPAA and federal law: of the form, of pictures of results, and of showing a likeness."""
