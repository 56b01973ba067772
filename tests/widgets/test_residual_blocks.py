"""ResidualBlocks in Python: what it counts and says; test_both_languages.py holds the browser to it."""

import json
import re
from itertools import combinations

import ipywidgets
import pytest
from cs231n_widgets import ResidualBlocks
from cs231n_widgets.residual_blocks.messages import percent
from node_js import SOURCES, run_node

from cs231n_kit.models import resnet20

RIGHT = ResidualBlocks().record["right"]


def right(*numbers):
    """Returns how many images are right without these blocks."""
    return RIGHT[sum(2 ** (number - 1) for number in numbers)]


def test_the_record_has_all_choices_and_the_whole_net_is_as_published():
    widget = ResidualBlocks()
    assert widget.right == 455
    assert widget.describe().count("455 of 500 right, 91%.") == 1
    assert len(RIGHT) == 512
    assert [ResidualBlocks(out).right for out in ([9], range(1, 10))] == [RIGHT[256], RIGHT[511]]
    assert all(0 <= one <= 455 for one in RIGHT)
    assert all(30 <= one <= 80 for one in (RIGHT[-1], right(*range(1, 9)), right(*range(2, 10)))), "about a guess"


def test_the_blocks_are_those_of_the_kit_s_net():
    widget = ResidualBlocks()
    assert widget.stages == [((32, 32, 16), [1, 2, 3]), ((16, 16, 32), [4, 5, 6]), ((8, 8, 64), [7, 8, 9])]
    sizes = [block["parameters"] for block in widget.net["blocks"]]
    assert sizes[0] == 2 * 9 * 16 * 16 + 4 * 16
    assert sizes[3] == 9 * 16 * 32 + 9 * 32 * 32 + 4 * 32
    assert widget.left == resnet20().param_count() == 269_722
    assert ResidualBlocks(range(1, 10)).left == 269_722 - sum(sizes) == (3 * 9 * 16 + 2 * 16) + 650
    assert ResidualBlocks("4").facts()["parameters"] == 269_722 - sizes[3]


def test_the_task_can_be_met_but_not_by_any_three():
    widget = ResidualBlocks.find()
    assert widget.least == 0.35 * 500
    enough = [three for three in combinations(range(1, 10), 3) if right(*three) >= widget.least]
    assert 2 <= len(enough) <= 6
    best = max(range(1, 10), key=right)  # who goes on from the block that is missed least gets there
    pair = max((n for n in range(1, 10) if n != best), key=lambda n: right(best, n))
    assert any({best, pair} < set(three) for three in enough)
    assert not any({4, 7} & set(three) for three in enough)
    for without, met in [("", False), ("1, 6", False), ("1, 2, 6", False), ("4, 5, 6", False), ("1, 5, 6", True)]:
        widget.without = without
        assert widget.met is met, without


def test_why_tells_the_record_s_figures():
    why = ResidualBlocks.find().why
    assert [455 - right(n) for n in (6, 1, 5)] == [33, 64, 66]
    assert "without block 6 it loses 33 images, without 1 or 5 twice as many" in why
    assert f"without 1, 5 and 6, {455 - right(1, 5, 6)} are lost" in why
    assert max(right(4), right(7)) < min(right(n) for n in (1, 2, 3, 5, 6, 8, 9))


def test_it_says_what_is_out_and_what_is_left():
    said = ResidualBlocks([6, 1]).describe()
    assert "blocks 1 to 3 make 32×32×16; blocks 4 to 6 make 16×16×32; blocks 7 to 9 make 8×8×64." in said
    assert "Blocks 1 and 6 taken out: 313 of 500 right, 63%, 142 fewer than with all blocks." in said
    assert "246,490 of 269,722 parameters left, 91%; pure guessing: 50." in said
    assert "Block 4 taken out: 184 of 500 right, 37%, 271 fewer" in ResidualBlocks("4").describe()
    assert "Blocks 1, 2 and 9 taken out:" in ResidualBlocks("9, 1,2,1").describe()
    better = ResidualBlocks("1", record={"images": 500, "right": [400, 401] * 256})
    assert "401 of 500 right, 80%, 1 more than with all blocks." in better.describe()
    assert [percent(*one) for one in [(1, 8), (1, 3), (0, 5)]] == ["13%", "33%", "0%"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            lambda: ResidualBlocks("10"),
            "without names blocks by their numbers from 1 to 9, such as \"2, 5\"; got '10'.",
        ),
        (lambda: ResidualBlocks("a"), "without names blocks by their numbers from 1 to 9"),
        (lambda: ResidualBlocks([0, 1]), "without names blocks by their numbers from 1 to 9"),
        (
            lambda: ResidualBlocks(record={"images": 5, "right": [1]}),
            "one count for each choice of blocks, 512 of them",
        ),
        (lambda: ResidualBlocks(goal={"best": 1}), "goal names what this widget doesn't know: best."),
        (lambda: ResidualBlocks(knobs=["blocks"]), "ResidualBlocks has no knob 'blocks'."),
    ],
)
def test_it_says_what_it_cannot_take(make, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        make()


def test_two_widgets_can_be_linked():
    one, other = ResidualBlocks(), ResidualBlocks([3])
    ipywidgets.link((one, "without"), (other, "without"))
    other.without = "7,4"
    assert one.without == "4, 7"


def test_the_still_picture_has_every_block_and_says_which_are_out():
    widget = ResidualBlocks([4, 6])
    picture = widget.still_svg()
    assert len(widget.static_html()) < 15_000
    assert len(re.findall('class="conv"', picture)) == 14
    assert len(re.findall('class="gone"', picture)) == 4
    assert len(re.findall('class="arc alone"', picture)) == 2
    assert ">4, out</text>" in picture
    assert ResidualBlocks(**json.loads(json.dumps(widget.settings()))).describe() == widget.describe()


def test_a_copied_link_opens_the_same_blocks_and_asks_for_nothing_else():
    first, then = (json.loads(json.dumps(one.settings())) for one in (ResidualBlocks.find(), ResidualBlocks([2, 5])))
    body = """const { values } = m.readAddress(new URL(m.writeAddress("w-x", given.first, given.then), "http://a.b/c").hash);
        return m.fitting(values, given.first, {});"""
    assert run_node(SOURCES / "page" / "address.js", body, {"first": first, "then": then}) == {"without": "2, 5"}
