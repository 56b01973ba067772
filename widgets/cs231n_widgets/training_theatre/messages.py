"""What TrainingTheatre says about its state and a run.

widgets/js/training_theatre/messages.js says the same, and a test compares them.
"""

from math import floor, log

from ..base import number
from ..numbers import grouped
from .digits import TOO_HIGH

BROKEN = {
    "rate": f"the rate is {TOO_HIGH} times as high",
    "zeros": "all weights begin at 0",
    "labels": "the labels to train on are shuffled",
    "inputs": "pixels from 0 to 255 go in as they are",
}
BLIND = 0.2  # of right guesses, at most: no better than guessing
HEART = 0.5  # of the images to train on, at least: learnt by heart if those held out are guessed blindly
LEARNT = 0.9
PATIENCE = 200  # steps after which something should have been learnt
OF_NAN = (
    "The steps were too long: each jumped over the valley to where it is steeper, so the next was longer still, until "
    "the weights were no numbers any more. Nothing can be learnt from here: start again with a lower rate."
)
OF_LARGE_INPUTS = "Inputs a hundred times as large make such gradients."
OF_LARGE_SCORES = "inputs a hundred times as large make such scores and such steps: the curves jump."
OF_ZEROS = (
    "The weights are all 0 still: every neuron gives 0, so no gradient reaches a weight, and all neurons of a layer "
    "are the same. Only the biases of the last layer move. Small random numbers break the tie."
)
OF_DEAD = (
    "Now all ReLUs of a layer give 0 for every image, and what gives 0 passes no gradient on: the layers below get "
    "none and will not wake up. Start again."
)
OF_HEART = (
    "The images to train on are learnt by heart, one by one, and those held out are guessed blindly. A low training "
    "loss alone says nothing."
)
OF_BROKEN = {
    "labels": (
        "There is no rule to find in shuffled labels. Let it run fast for some thousand steps: what is left is to "
        "learn each image by heart."
    ),
    "zeros": (
        "It learns from zeros all the same: of one layer alone, the gradient needs only the inputs. With a layer "
        "above, zeros are a trap."
    ),
}
OF_STATUS = {
    "high": "The loss is far above that of blind guessing: the rate is too high.",
    "stuck": "Next to nothing is learnt. Is the rate too low, or was it too high before?",
}


def percent(share):
    return f"{floor(100 * share + 0.5)}%"


def loss_text(loss):
    """Returns a loss in words: that of a run that has gone wrong may have any size."""
    return "NaN" if loss is None else number(loss) if loss < 1e6 else "over a million"


def join(*parts):
    return " ".join(part for part in parts if part)


def describe(widget, frame):
    """Say the settings, how far the run is, and what one sees."""
    return join(settings_message(widget), status_message(frame), remark(widget, frame))


def settings_message(widget):
    """Say what is trained, on what, and how."""
    if widget.mode == "record":
        return record_message(widget.record)
    if widget.mode == "kernel":
        return widget.about
    train = widget.digits["train"]
    begin = (
        f"A net, {widget.spec}, learns {train} handwritten digits of 8×8 pixels; "
        f"{len(widget.digits['labels']) - train} are held out."
    )
    optimizer = "SGD" if widget.optimizer == "SGD" else "SGD with momentum"
    how = f"{optimizer}, rate {number(widget.rate)}, batch {widget.batch}, seed {widget.seed}."
    return join(begin, how, f"Broken on purpose: {BROKEN[widget.breakage]}." if widget.breakage else "")


def record_message(record):
    """Say what was recorded, and how it can be made again."""
    made = f"Made by “{record['command']}”, seed {record['seed']}, on {record['machine']}." if record["command"] else ""
    return join(f"A recorded run. {record['about']}", made)


def last_of(frame):
    """Returns what the curves say last: {loss, held_loss, accuracy, held_accuracy}."""
    return {name: values[-1] for name, values in frame["curves"].items()}


def status_of(frame):
    """Returns what has become of a run: start, nan, zeros, dead, heart, learnt, high, stuck or learning."""
    last, first = last_of(frame), frame["gradients"][0]
    blind = log(frame["classes"])
    accuracy, held = last["accuracy"], last["held_accuracy"]
    if not frame["sound"]:
        return "nan"
    if frame["step"] == 0:
        return "start"
    if first["weights"] == 0:
        return "zeros"
    if first["gradient"] == 0 and held <= BLIND:
        return "dead"
    if accuracy >= HEART and held <= BLIND:
        return "heart"
    if held >= LEARNT:
        return "learnt"
    if last["loss"] is not None and last["loss"] > 2 * blind:
        return "high"
    return "stuck" if frame["step"] >= PATIENCE and accuracy <= BLIND else "learning"


def status_message(frame):
    """Say how far a run is: the share of right guesses, and the loss."""
    last, classes = last_of(frame), frame["classes"]
    steps = f"Step {grouped(frame['step'])}"
    right = (
        f"of the images to train on {percent(last['accuracy'])} are guessed right, "
        f"of those held out {percent(last['held_accuracy'])}"
    )
    if not frame["sound"]:
        return f"{steps}: the loss is no number any more (NaN), and no image is guessed."
    if last["loss"] is None or last["held_loss"] is None:
        return f"{steps}: {right}. The loss is too large for a number."
    losses = f"The loss is {loss_text(last['loss'])} and {loss_text(last['held_loss'])}"
    blind = f"; who guesses blindly has ln {classes}, {number(log(classes))}"
    return f"{steps}: {right}. {losses}{'' if frame['step'] else blind}."


def remark(widget, frame):
    """Say what one sees, and why; "" where the curves say it all."""
    status = status_of(frame)
    broken = widget.breakage if widget.mode == "page" else ""
    if status == "nan":
        return join(OF_NAN, OF_LARGE_INPUTS if broken == "inputs" else "")
    if status == "start":
        return ""
    if status == "zeros":
        return OF_ZEROS
    if status == "dead":
        first = "Inputs from 0 to 255 gave scores in the hundreds, and first steps as large."
        return join(first if broken == "inputs" else "A step was far too long.", OF_DEAD)
    if status == "heart":
        return OF_HEART
    if broken == "inputs":
        began = loss_text(frame["curves"]["loss"][0])
        return f"The loss began at {began}, since {OF_LARGE_SCORES}"
    if broken == "rate":
        far = "It is far above that of blind guessing." if status == "high" else "This net has not broken yet."
        return f"Each step jumps over the valley: look how the loss jumps. {far}"
    return OF_BROKEN.get(broken) or OF_STATUS.get(status, "")


def wall_message(wall, frame):
    """Say of the wall how many of its images are guessed wrong."""
    count = len(wall["labels"])
    wrong = sum(guess != label for guess, label in zip(frame["guesses"], wall["labels"], strict=True))
    return f"{count} held-out image{'' if count == 1 else 's'}, {wrong or 'none'} guessed wrong"
