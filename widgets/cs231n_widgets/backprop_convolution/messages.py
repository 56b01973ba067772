"""What BackpropConvolution says; its messages.js says the same, and a test compares them."""

from ..base import number


def bracketed(value):
    return f"({number(value)})" if value < 0 else number(value)


def name(letters, r, c):
    return f"{letters}[{r}, {c}]"


def times(a, b):
    return f"{bracketed(a)}·{bracketed(b)}"


def added(pairs):
    """Write products and their sum."""
    return f"{' + '.join(times(a, b) for a, b in pairs)} = {number(sum(a * b for a, b in pairs) + 0)}"


def each(pairs):
    """Write products, each with its result, never broken at the end of a line."""
    return ", ".join(f"{times(a, b)}\u00a0=\u00a0{number(a * b + 0)}" for a, b in pairs)


def plural(count, word):
    return f"{count} {word}{'' if count == 1 else 's'}"


def describe(widget):
    """Say the sizes, then what is in view."""
    return " ".join(part for part in [size_message(widget), *sentences(widget)] if part)


def size_message(widget):
    """Say filter, input, stride, padding and output, and how many inputs no window reads."""
    s, lost = widget.shape, int((widget.readers == 0).sum())
    end = f" No window reads {plural(lost, 'input')}: the gradient there is 0." if lost else ""
    return (
        f"Input {s['W']}×{s['H']}, filter {s['F']}×{s['F']}, S = {s['S']}, P = {s['P']}: "
        f"the output is {s['W2']}×{s['H2']}.{end}"
    )


def sentences(widget):
    """Say what the picture shows, in up to three sentences."""
    return {"one": one_messages, "sum": sum_messages, "input": input_messages}[widget.view](widget)


def one_messages(widget):
    """Say what one output sends back, product by product."""
    (row, col), cells = widget.position, widget.shape["F"] ** 2
    dy = widget.gradient[row, col]
    begin = f"{name('dy', row, col)} = {number(dy)}"
    if dy == 0:
        return f"{begin}: this output sends nothing back.", "", ""
    found = widget.products()
    out = cells - len(found)
    padding = f" {out} of the {cells} cells are padding." if out else ""
    return (
        f"{begin}. Each input gets its weight times {number(dy)}, each weight its input times {number(dy)}.{padding}",
        f"To the inputs: {each([(one['w'], dy) for one in found])}.",
        f"To the weights: {each([(one['x'], dy) for one in found])}.",
    )


def sum_messages(widget):
    """Say how many outputs are added up, and the sum in the input in view."""
    count, total = int(widget.in_view.sum()), widget.in_view.size
    if count == total:
        said = f"All of the {plural(total, 'output')}, added up: dx and dw are complete."
    elif count == 1:
        said = f"The first of {total} outputs."
    else:
        said = f"The first {count} of {total} outputs, added up."
    return said, input_message(widget, *widget.input_position), ""


def input_messages(widget):
    """Say the sum in the input in view, and which weight each gradient meets."""
    s, at = widget.shape, widget.input_position
    mine = of_input(widget, *at)

    def met(one):
        return name("w", one["u"], one["v"])

    def given(one):
        return name("dy", one["row"], one["col"])

    why = ""
    if len(mine) == 1:
        why = f"Only {given(mine[0])} counts, with {met(mine[0])}: no other window reads this input."
    elif mine:
        first, last = mine[0], mine[-1]
        why = f"{given(first)} meets {met(first)}, {given(last)} meets {met(last)}: the filter lies flipped."
    apart = s["S"] > 1 and s["H2"] * s["W2"] > 1
    zeros = f"Windows are {s['S']} apart, so zeros stand between the gradients." if apart else ""
    return input_message(widget, *at), why, zeros


def of_input(widget, r, c):
    return [one for one in widget.products() if (one["r"], one["c"]) == (r, c)]


def input_message(widget, r, c):
    """Say a cell of dx, with every product of the outputs in view."""
    mine = of_input(widget, r, c)
    if mine:
        return f"{name('dx', r, c)} = {added([(one['w'], one['dy']) for one in mine])}."
    none = "no window reads" if widget.view == "input" else "none of these outputs reads"
    return f"{name('dx', r, c)} = 0: {none} this input."


def weight_message(widget, u, v):
    """Say a cell of dw, likewise."""
    mine = [one for one in widget.products() if (one["u"], one["v"]) == (u, v)]
    if mine:
        return f"{name('dw', u, v)} = {added([(one['x'], one['dy']) for one in mine])}."
    return f"{name('dw', u, v)} = 0: here this weight meets only padding."
