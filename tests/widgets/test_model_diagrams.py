"""The diagram of a net with a name: what it shows, and that the kit finds it without knowing the widgets."""

import re

import pytest

from cs231n_kit import models
from cs231n_kit.models import MODELS, model


@pytest.mark.parametrize("name", MODELS)
def test_a_diagram_has_a_row_for_each_size_and_all_that_has_weights(name):
    net = MODELS[name]
    drawing = net.diagram()
    assert drawing.svg.startswith("<svg")
    assert f"{name.replace('-', ' ')}, row by row." in drawing.alt
    for size in re.findall(r"(\d+×\d+): ", drawing.alt):
        assert f">{size}</text>" in drawing.svg


def test_the_rows_of_a_resnet_fold_equal_blocks():
    drawing = models.resnet50().diagram()
    assert re.findall(r">×(\d+)<", drawing.svg) == ["2", "3", "5", "2"]  # 3, 4, 6, 3 blocks, the first of each apart
    assert "28×28: a residual block of 1×1, 128 then 3×3, 128, /2 then 1×1, 512, around it 1×1, 512, /2;" in drawing.alt
    assert "around it zeros" in models.resnet20().diagram().alt


def test_an_inception_module_is_four_lanes_and_heads_hang_where_they_read():
    drawing = models.googlenet().diagram()
    lanes = "(1×1, 64 beside 1×1, 96 then 3×3, 128 beside 1×1, 16 then 5×5, 32 beside pool 3×3 then 1×1, 32)"
    assert f"28×28: lanes side by side {lanes}, stacked to 256;" in drawing.alt
    assert drawing.alt.count("lanes side by side") == 9
    row = drawing.alt.split("14×14: ")[1].split("7×7: ")[0]
    assert row.count("an auxiliary head") == 2
    assert "head" not in models.googlenet(aux=False).diagram().alt


def test_alexnet_has_two_halves_which_meet_in_the_third_layer():
    drawing = models.alexnet().diagram()
    assert "27×27: two halves of 5×5, 128, each reads its own half" in drawing.alt
    assert (
        "13×13: two halves of 3×3, 192, each reads both halves; two halves of 3×3, 192, each reads its own"
        in drawing.alt
    )
    assert "halves" not in models.alexnet(variant="single").diagram().alt


def test_a_model_shows_its_diagram_where_one_can_be_drawn(monkeypatch):
    net = models.lenet5()
    assert net._repr_html_().startswith(net.diagram()._repr_html_())
    monkeypatch.setattr(model, "entry_points", lambda group: [])
    assert net._repr_html_() == net.summary()._repr_html_()
    with pytest.raises(RuntimeError, match=r"diagram of LeNet-5 is drawn by cs231n_widgets"):
        net.diagram()
