"""Settings of every pytest run in this checkout, also of `pytest --nbval chapters`."""

import os

# A check that is run by hand says at once whether it agrees; while a chapter is tested, only its values count.
os.environ.setdefault("CS231N_GRADING", "1")
