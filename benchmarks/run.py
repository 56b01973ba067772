"""Run the benchmarks one after another: `python benchmarks/run.py [NAME ...]`, all of them if none is named.

Each writes benchmarks/records/NAME.json. Run them on a machine that does nothing else.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
NAMES = ("kernels", "norms", "vgg_blocks", "models", "training_digits")
NAMES += ("grading", "grading_class", "learn", "panel_check", "widget_step")


def main():
    """Run them; leave with status 1 if one fails."""
    if unknown := set(sys.argv[1:]) - set(NAMES):
        sys.exit(f"There is no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}.")
    failed = [
        name
        for name in sys.argv[1:] or NAMES
        if subprocess.run([sys.executable, str(FOLDER / f"{name}.py")], check=False).returncode
    ]
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}.")


if __name__ == "__main__":
    main()
