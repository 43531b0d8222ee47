"""What the practice's own photo library says about a published picture."""
