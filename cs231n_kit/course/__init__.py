"""The tools around the course: the learner's copy, the checks, the grader, the command line."""
