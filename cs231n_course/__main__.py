"""The command line, `cs231n`, for wherever that is not on the PATH: python -m cs231n_course

In a cell of a notebook it runs with the kernel's own Python, and needs no terminal: `%run -m cs231n_course learn ...`
"""

import sys

from cs231n_course.cli import main

sys.exit(main())
