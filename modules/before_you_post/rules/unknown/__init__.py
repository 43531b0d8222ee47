"""The facts a rule may need, each with the sentence that says it is not known, by what they are about."""
