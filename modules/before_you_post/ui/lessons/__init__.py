"""What a learner sees and uses: lessons, questions, the quiz, and the home page."""
