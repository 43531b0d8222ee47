"""The signed form itself: is there one, is it signed, does it still hold, does it cover this photo in this place."""
