"""Widgets of several kinds on one page keep their own looks, in whatever order the page holds their style sheets."""

import pytest
from cs231n_widgets import (
    ActivationHistograms,
    ArchitectureBuilder,
    BackpropConvolution,
    FullyConnectedAsConvolution,
    Im2col,
    ImageFilter,
    MemoryTable,
    NetComparison,
    Pooling,
    PoolingShift,
    ReceptiveField,
    ResidualBlocks,
    SizingCalculator,
    SlidingFilter,
    TrainingTheatre,
    Valley,
    VolumeExplorer,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDGETS = {
    "activation histograms": lambda: ActivationHistograms.find_scales(),
    "architecture builder": lambda: ArchitectureBuilder.repair(),
    "sliding filter": lambda: SlidingFilter.sized(W=5, D=1, pad=1, stride=3, task="Do it."),
    "backprop": lambda: BackpropConvolution(view="sum", row=1, pad=1, stride=2),
    "im2col": lambda: Im2col(pad=1, cell=(0, 1, 1)),
    "fully connected as convolution": lambda: FullyConnectedAsConvolution.which_cells(row=2, marks=[[0, 0]]),
    "image filter": lambda: ImageFilter(tasks=[{"task": "Do it.", "goal": {"flat": True}}]),
    "memory table": lambda: MemoryTable.squeeze(row=3, opened=[1], knobs=["net", "card", "side", "batch", "table"]),
    "net comparison": lambda: NetComparison.for_a_phone(beside="AlexNet"),
    "pooling": lambda: Pooling([[1, 0, 2], [0, 3, 1], [2, 1, 7]], size=2),
    "pooling and a shift": lambda: PoolingShift([[0, 0, 1, 1, 0] * 4] * 9, pool="max2", task="Do it."),
    "receptive field": lambda: ReceptiveField.guess(layers="CONV 3 dilation 4, POOL 2", level=2, row=0),
    "residual blocks": lambda: ResidualBlocks.find(without="2, 7"),
    "sizing calculator": lambda: SizingCalculator(W=64, target=16, mode="reverse", F=3, S=2),
    "training theatre": lambda: TrainingTheatre.by_heart(steps=0, knobs=["net", "rate", "seed", "breakage"]),
    "valley": lambda: Valley(task="Do it."),
    "volume explorer": lambda: VolumeExplorer(task="Do it."),
}
# Remember each element's computed style, with those of its ::before and ::after; later list what has changed.
REMEMBER = """() => {
  window.looks = () => [...document.querySelectorAll(".cs-widget, .cs-widget *")].flatMap((node) =>
    [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(node, pseudo), name = node.getAttribute("class") + (pseudo ?? "");
      const none = pseudo && style.content === "none";
      return [name, none ? [] : [...style].map((key) => `${key}: ${style.getPropertyValue(key)}`)];
    }));
  window.alone = looks();
  return alone.length;
}"""
CHANGED = """([sheets, where]) => {
  const added = sheets.map((css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head[where](style);
    return style;
  });
  const now = looks();
  added.forEach((style) => style.remove());
  const changed = (all, n) => all.filter((one, i) => one !== alone[n][1][i]);
  const news = now.flatMap(([name, all], n) => changed(all, n).map((one) => `${name} ${one}`));
  return [...new Set(news)];
}"""


@pytest.mark.parametrize("name", WIDGETS)
def test_the_sheets_of_others_change_nothing(mount, name):
    page = mount(WIDGETS[name](), 600, reduced_motion="reduce")
    assert page.evaluate(REMEMBER) > 200
    others = [make()._css for other, make in WIDGETS.items() if other != name]
    assert page.evaluate(CHANGED, [others, "prepend"]) == []
    assert page.evaluate(CHANGED, [others, "append"]) == []
    assert page.evaluate(CHANGED, [[".cs-widget .cs-caption { color: red !important; }"], "append"]) != []
