"""The model that stands in for Jupyter's where a widget has no kernel: it behaves like Jupyter's."""

from node_js import SOURCES, run_node

MODULE = SOURCES / "shared" / "host_model.js"


def told(body, state):
    """Run `body` on a model `m1`; return what `note` has noted."""
    script = (
        f"const m1 = new m.HostModel(given); const noted = []; const note = (x) => noted.push(x); {body}; return noted;"
    )
    return run_node(MODULE, script, state)


def test_a_change_is_told_by_trait_and_then_once_in_all():
    body = """
        m1.on("change:row change:col", (model, value) => note(value));
        m1.on("change", () => note(m1.get("row") + m1.get("col")));
        m1.set({ row: 2, col: 3 });
        m1.set("row", 2);
        m1.set("x", [[1, 2]]);
    """
    assert told(body, {"row": 0, "col": 0, "x": [[1, 2]]}) == [2, 3, 5]


def test_what_a_listener_sets_is_told_before_the_end():
    body = """
        m1.on("change:row", () => m1.set("col", m1.get("row") * 10));
        m1.on("change:col", () => note("col"));
        m1.on("change", () => note([m1.get("row"), m1.get("col")]));
        m1.set("row", 1);
    """
    assert told(body, {"row": 0, "col": 0}) == ["col", [1, 10]]


def test_a_view_s_off_leaves_the_listeners_of_others():
    body = """
        const [one, two] = [m1.facade(), m1.facade()];
        one.on("change:row", () => note("one"));
        two.on("change:row", () => note("two"));
        m1.on("save", () => note("saved"));
        one.off("change:row");
        one.set("row", 1);
        one.save_changes();
        two.off();
        one.set("row", 2);
    """
    assert told(body, {"row": 0}) == ["two", "saved"]


def test_the_state_is_the_model_s_own_and_one_listener_s_mistake_stops_nobody():
    body = """
        console.error = () => note("an error");
        m1.on("change:x", () => { throw new Error("no"); });
        m1.on("change:x", () => note("heard"));
        given.x.push(3);
        note(m1.get("x").length);
        m1.set("x", [5]);
    """
    assert told(body, {"x": [1, 2]}) == [2, "an error", "heard"]
