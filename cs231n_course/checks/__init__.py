"""What a check shows, how it is compared, and what a learner is told."""
