"""What a picture file carries besides the picture."""
