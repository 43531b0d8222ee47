"""What the law says as dated facts: citations, figures, what is moving, state packs, and what of it is checked."""
