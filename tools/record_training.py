"""Record a run for TrainingTheatre.

    python tools/record_training.py digits "CONV(8,3) -> RELU -> POOL -> FC(10)" out.json

Data, net and optimiser are those of `python -m cs231n_kit.train`; CIFAR-10 is read where that reads it (CS231N_DATA).
The record keeps the command and the seed that make it again.
"""

import argparse
import shlex
import sys

from cs231n_widgets.training_theatre import record_run, write_record

from cs231n_kit import data
from cs231n_kit.net import Net
from cs231n_kit.optim import OPTIMIZERS, Cosine
from cs231n_kit.spec import build_spec
from cs231n_kit.train import Prepare, Run

DATA = {"digits": data.digits, "mnist": data.mnist, "cifar10": data.cifar10}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", choices=DATA)
    parser.add_argument("spec", help="the layers as text")
    parser.add_argument("out", help="file of JSON to write")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--optimizer", choices=OPTIMIZERS, default="momentum")
    parser.add_argument("--rate", type=float, default=0.05, help="it falls to 0 along half a wave")
    parser.add_argument("--flip", action="store_true", help="mirror half of the images")
    parser.add_argument("--margin", type=int, default=0, help="pixels that images are moved by, at most")
    parser.add_argument("--note", default="", help="what is to be said of the data, such as JPEG copy")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main():
    given = arguments()
    found = DATA[given.data]()
    layer, in_shape = build_spec(given.spec, found.in_shape, classes=len(found.classes))
    prepare = Prepare.of(found.train_images, flip=given.flip, margin=given.margin)
    run = Run(
        Net.build(layer, in_shape, given.seed),
        found,
        OPTIMIZERS[given.optimizer](given.rate),
        batch=given.batch,
        schedule=Cosine(given.steps),
        prepare=prepare,
        seed=given.seed,
    )
    command = f"python tools/record_training.py {shlex.join(sys.argv[1:])}"
    data_name = f"{found.name} ({given.note})" if given.note else found.name
    about = f"{data_name}, {given.spec}, {given.optimizer} with a rate from {given.rate:g} down to 0."
    record = record_run(run, steps=given.steps, about=about, command=command)
    write_record(record, given.out)
    held = record["curves"]["held_accuracy"][-1]
    print(f"{given.out}: {run.step} steps, {held:.1%} of the held-out images that were measured on.")


if __name__ == "__main__":
    main()
