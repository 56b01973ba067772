"""What the benchmarks share: interleaved rounds, a bar that shows how far they are, and the record that they write."""

import argparse
import importlib.metadata
import json
import os
import platform
import shlex
import statistics
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
RECORDS = Path(__file__).resolve().parent / "records"


def arguments(description, rounds=7, more=()):
    """Read the command line of a benchmark: --rounds and --seed, and where to write the record; return them.

    more are further options, {"--option": its help}.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rounds", type=int, default=rounds, help="rounds, of each side in turn")
    parser.add_argument("--seed", type=int, default=231)
    parser.add_argument("--records", type=Path, default=RECORDS, help="the folder that the record is written to")
    for option in more:
        parser.add_argument(option, help=more[option])
    return parser.parse_args()


def interleaved(sides, rounds, description, at_least=0.0):
    """Run {name: function} in turn, forwards and backwards, and return {name: [seconds of each round]}.

    A function that returns a float has measured itself. Of others the call is timed, repeated in each round until it
    has taken about `at_least` seconds, and called once before, so that caches are its own.
    """
    for side in sides.values():
        side()  # what is made once
    repeats = dict.fromkeys(sides, 1)
    if at_least:
        repeats = {name: min(1000, max(1, round(at_least / timed(side, 1)))) for name, side in sides.items()}
    seconds = {name: [] for name in sides}
    for number in tqdm(range(rounds), desc=description, unit="round", leave=False):
        for name in list(sides)[:: 1 if number % 2 == 0 else -1]:
            if at_least:
                sides[name]()
            seconds[name].append(timed(sides[name], repeats[name]))
    return seconds


def timed(side, repeat):
    """Return the seconds of a call, on average of `repeat`, or what it returns if that is a float."""
    began = time.perf_counter()
    for _ in range(repeat):
        result = side()
    return result if isinstance(result, float) else (time.perf_counter() - began) / repeat


def ratio(ours, theirs):
    """Return the median of the ratios of two lists of seconds, round by round, and their quartiles."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    low, middle, high = np.percentile(ratios, [25, 50, 75])
    return {"ratio": round(float(middle), 3), "quartiles": [round(float(low), 3), round(float(high), 3)]}


def milliseconds(seconds):
    """Return the median of a list of seconds, in milliseconds."""
    return round(1000 * statistics.median(seconds), 3)


def save(name, figures, about, options, packages):
    """Print the figures and write records/NAME.json: figures, how they were taken, machine, versions and command."""
    words = [Path(word).name if Path(word).is_absolute() else word for word in sys.argv[1:]]  # no path of this machine
    record = {
        "about": about,
        "figures": figures,
        "machine": {"cpu": cpu_model(), "cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"},
        "versions": {"python": platform.python_version()} | {one: version(one) for one in packages},
        "command": shlex.join(["python", f"benchmarks/{name}.py", *words]),
        "rounds": options.rounds,
        "seed": options.seed,
        "date": date.today().isoformat(),
    }
    options.records.mkdir(parents=True, exist_ok=True)
    (options.records / f"{name}.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(f"\n{name}: {about}")
    for line, found in figures.items():
        print(f"  {line:58}", ", ".join(f"{key} {value}" for key, value in found.items()))


def version(package):
    """Return the version of an installed package."""
    return importlib.metadata.version(package)


def cpu_model():
    """Return the name of this machine's processor, as far as the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor()
