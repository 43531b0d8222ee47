"""What federal law and professional ethics ask of a post as advertising: that it is true, and says who is paid."""
