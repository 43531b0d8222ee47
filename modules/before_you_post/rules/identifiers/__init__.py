"""Names, numbers and birth dates of patients that can be read in or around a photo."""
