"""What New York asks of advertising and of showing somebody's likeness."""
