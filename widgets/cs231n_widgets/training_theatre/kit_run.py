"""A run of the kit's, watched: a reader's own net, trained in the kernel."""

from cs231n_kit.train import Run

from .run import COST, SAMPLE, Watched, arrange

EVERY = 20  # steps from one point of the curves to the next


class KitRun(Watched):
    """Watch a Run of cs231n_kit.train; `on_wall` are numbers of images to test on, those of its wall."""

    def __init__(self, run: Run, wall_size, *, every=EVERY):
        self.run, data = run, run.data
        count = int(min(max(COST / max(run.net.layer.macs(run.net.in_shape), 1), 20), SAMPLE))
        self.on_wall = arrange(data.test_labels, len(data.classes), wall_size)
        train = run.prepare(data.train_images[:count]), data.train_labels[:count]
        held = run.prepare(data.test_images[:count]), data.test_labels[:count]
        super().__init__(run.net, train, held, run.prepare(data.test_images[self.on_wall]), steps=run.step, every=every)

    def train(self, *, rate):
        self.run.rate = rate
        self.run.advance()
        return self.run.grads
