"""The learner's copy of the course: made, brought up to date and served."""
