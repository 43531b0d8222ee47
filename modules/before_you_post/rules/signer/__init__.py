"""Who signed the form, and whether that person may sign for the patient."""
