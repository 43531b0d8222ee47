"""What the law says as dated facts: where a citation can be read, and when our notes were last looked at."""
