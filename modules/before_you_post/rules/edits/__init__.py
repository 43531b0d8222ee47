"""A picture shows what was there: nothing altered, and a before that can be compared with its after."""
