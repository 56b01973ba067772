"""From a learner's notebook to its verdict and the report."""
