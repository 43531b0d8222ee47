"""The face and the marks by which people are recognised: identifiers (Q) and (R) of the Safe Harbor list."""
