"""The widget VolumeExplorer: a net, a picture, and the neuron in view."""

from functools import lru_cache

import numpy as np
import traitlets

from cs231n_kit import weights
from cs231n_kit.data import photograph
from cs231n_kit.layers import Flatten
from cs231n_kit.layers.container import strip_prefix

from ..base import Widget
from ..nets import build_net, describe_layers, receptive_field
from ..pixels import fit_picture, pack_pixels, unpack_pixels
from . import messages, svg

MOST = 320  # slices that can be drawn
CAPTION = (
    "A picture goes in, and each layer makes a new volume of the one before it; ten scores come out. "
    "Each of the little pictures is a depth slice."
)


class VolumeExplorer(Widget, module="volume_explorer"):
    """Show a net at work on a picture: all its volumes, and what one neuron sees and makes of it.

    `VolumeExplorer()` is the course's trained net on its cat. `VolumeExplorer(net, image, labels)` takes a net of your
    own, a Serial of CONV, ReLU, max pooling, Flatten and FC layers that reads (3,H,W); an image (3,H,W) with numbers
    from 0 to 1, which is cut and averaged to the size that the net reads; and a name for each score. The net reads the
    image as cs231n_kit.weights.normalise prepares it. `volume` counts volumes from INPUT, 0; `slice`, `row` and `col`
    are the neuron in view. `compact=True` leaves out the neuron's own part. Raises ValueError for a net or an image
    that it can't show.
    """

    net = traitlets.Dict().tag(sync=True)
    pixels = traitlets.Unicode().tag(sync=True)
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    volume = traitlets.Int(1, min=0).tag(sync=True)
    slice = traitlets.Int(0, min=0).tag(sync=True)
    row = traitlets.Int(16, min=0).tag(sync=True)
    col = traitlets.Int(16, min=0).tag(sync=True)
    compact = traitlets.Bool(False).tag(sync=True)

    def __init__(self, net=None, image=None, labels=None, **settings):
        if net is None:
            net, labels = weights.first_net(), weights.CIFAR10_CLASSES if labels is None else labels
        described = net if isinstance(net, dict) else describe_net(net)
        self._net = build_net(described, (3, described["H"], described["W"]))
        H, W = self._net.in_shape[1:]
        if "pixels" not in settings:
            image = check_image(photograph("cat") if image is None else image)
            settings["pixels"] = pack_pixels(fit_picture(image, H, W))
        count = described["layers"][-1]["K"]
        labels = [f"class {n}" for n in range(count)] if labels is None else [str(label) for label in labels]
        if len(labels) != count:
            raise ValueError(f"The net gives {count} scores, so it needs {count} labels; there are {len(labels)}.")
        given = {"net": described, "labels": labels}
        super().__init__(**given, **{"caption": CAPTION, **settings})

    @property
    def image(self):
        """Returns the picture that the net reads, (3,H,W), float64 from 0 to 1."""
        return unpack_pixels(self.pixels, *self._net.in_shape[1:])

    @property
    def volumes(self):
        """Returns [(name, its numbers (C,H,W))], INPUT first; computed by the kit in float64."""
        return run(self._net, self.pixels)

    @property
    def scores(self):
        """Returns {label: score}."""
        return dict(zip(self.labels, self.volumes[-1][1].ravel().tolist(), strict=True))

    @property
    def neuron(self):
        """Returns (volume, slice, row, column) of the neuron in view."""
        volume = min(self.volume, len(self.volumes) - 1)
        sizes = self.volumes[volume][1].shape
        return volume, *(min(at, size - 1) for at, size in zip((self.slice, self.row, self.col), sizes, strict=True))

    def facts(self):
        """Collect what a goal may ask for: the neuron's volume by name, its slice, row, col and value; how wide it
        sees, in pixels; the label with the highest score, best."""
        volume, *at = self.neuron
        name, values = self.volumes[volume]
        place = dict(zip(("slice", "row", "col"), at, strict=True))
        sees = receptive_field(self.net["layers"][:volume])["size"]
        best = max(self.scores, key=self.scores.get)
        return {"volume": name, **place, "value": float(values[tuple(at)]), "sees": sees, "best": best}

    def describe(self):
        """Say in words what the widget shows now: volumes, best scores, and the neuron in view."""
        return messages.describe(self)

    def static_svg(self):
        """Draw picture, volumes and scores."""
        return svg.draw(self)


@lru_cache(maxsize=8)
def run(net, pixels):
    """Returns [(name, (C,H,W))] for a net and a packed picture."""
    image = unpack_pixels(pixels, *net.in_shape[1:])
    found, x = [("INPUT", image)], (image[None] - 0.5) * 4
    names = names_of(describe_net(net)["layers"])
    for name, (key, layer, _) in zip(names, net.layer.parts(net.in_shape), strict=True):
        x, _, _ = layer.forward(x, strip_prefix(key, net.params), {}, keep=False)
        found.append((name, x[0].reshape(x.shape[1:] if x.ndim == 4 else (-1, 1, 1))))
    return found


def names_of(layers):
    """Returns the volumes' names, INPUT left out: CONV 1, RELU 1 ... numbered where there are several."""
    kinds = [layer["kind"] for layer in layers]
    seen = {}
    for kind in kinds:
        seen[kind] = seen.get(kind, 0) + 1
        yield f"{kind} {seen[kind]}" if kinds.count(kind) > 1 else kind


def describe_net(net):
    """Returns what JavaScript needs to run a net: {layers: [...], weights, dtype, H, W}. ValueError in words."""
    described = describe_layers(net, "VolumeExplorer")
    if len(net.in_shape) != 3 or net.in_shape[0] != 3:
        raise ValueError(
            f"VolumeExplorer shows nets that read (3,H,W), a colour picture; this one reads {net.in_shape}."
        )
    layers = described["layers"]
    if not layers or layers[-1]["kind"] != "FC":
        raise ValueError("VolumeExplorer shows nets whose last layer is a Linear, which gives the scores.")
    parts = [part for part in net.layer.parts(net.in_shape) if not isinstance(part[1], Flatten)]
    slices = 3 + sum(layer.out_shape(shape)[0] for _, layer, shape in parts)
    if slices > MOST:
        raise ValueError(f"This net has {slices} depth slices; VolumeExplorer draws up to {MOST}.")
    return {**described, "H": net.in_shape[1], "W": net.in_shape[2]}


def check_image(image):
    """Returns an image as float64 (3,H,W). ValueError in words for what is none."""
    image = np.asarray(image)
    if image.ndim == 2 or (image.ndim == 3 and len(image) == 1):
        image = np.broadcast_to(image, (3, *image.shape[-2:]))
    if image.ndim != 3 or len(image) != 3 or image.dtype.kind not in "buif":
        raise ValueError(f"The image is an array of numbers (3,H,W), red, green and blue; this one is {image.shape}.")
    if not np.isfinite(image).all() or image.min() < 0 or image.max() > 1:
        raise ValueError("The image's numbers go from 0 to 1; divide bytes by 255.")
    return image.astype(float)
