"""The still picture of SizingCalculator, for print and for viewers without JavaScript."""

from cs231n_kit import sizing

from ..numbers import grouped

WIDE, LANES, LARGEST = 680, 6, 30  # pixels of the row, lanes of windows above it, the largest cell

RULES = {  # selector: (light, dark)
    "text": ("fill:#212529;font:14px system-ui,sans-serif", "fill:#e6e9ee"),
    ".m": ("text-anchor:middle", "text-anchor:middle"),
    ".s": ("font-size:12px", "font-size:12px"),
    ".t": ("font-weight:bold", "font-weight:bold"),
    ".x": ("fill:#e4eefb;stroke:#1d63b8", "fill:#172a42;stroke:#7db5f5"),
    ".z": ("fill:none;stroke:#7d8794;stroke-dasharray:3 2", "stroke:#8a95a3"),
    ".w": ("fill:#f6bcb3;stroke:#c0392b", "fill:#7d3027;stroke:#f08d80"),
    ".y": ("fill:#e1f2e4;stroke:#1f7a3d", "fill:#16301f;stroke:#7fd69b"),
    ".d": ("stroke-dasharray:4 3", "stroke-dasharray:4 3"),
    ".u": ("fill:none;stroke:#8a3c00;stroke-width:1.5", "stroke:#ffc078"),
}


def text(x, y, words, kind=""):
    return f'<text x="{x:g}" y="{y:g}" class="{kind}">{words}</text>'


def box(x, y, width, height, kind):
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(width, 0.6):.2f}" height="{height:g}" class="{kind}"/>'


def draw(widget):
    """Draw formula, row and counts: (width, height, style rules, body)."""
    parts, top = [], 18
    for name, side in dict.fromkeys([("W", widget.W), ("W" if widget.height == widget.W else "H", widget.height)]):
        formula, row = draw_formula(widget, side, top), draw_row(widget, name, side, top + 14)
        parts += [formula, row]
        top += 160
    n, out = widget.counts, f"{widget.W2}×{widget.H2}×{widget.K}" if widget.W2 else "no output"
    biases = f"{grouped(n['biases'])} {'bias' if widget.K == 1 else 'biases'}"
    parts.append(text(2, top, f"{widget.W}×{widget.height}×{widget.D} → {out}", "t"))
    rows = [f"{grouped(n['weights'])} weights, {biases}"]
    if widget.W2:
        rows[0] += f"; {grouped(n['unshared'])} parameters if not shared"
        rows.append(
            f"{grouped(n['neurons'])} neurons; {grouped(n['macs'])} multiply-adds; "
            f"{grouped(n['bytes'])} bytes of output, 4 a number"
        )
    parts += [text(2, top + 20 * (i + 1), words, "s") for i, words in enumerate(rows)]
    return WIDE + 4, top + 20 * len(rows) + 10, RULES, "".join(parts)


def draw_formula(widget, side, top):
    F, S, P, d = widget.F, widget.S, widget.P, widget.dilation
    value = f"{round(sizing.exact_out_size(side, F, S, P, d), 2):g}".replace("-", "−")
    fit = "" if sizing.fits(side, F, S, P, d) else ": does not fit"
    return text(2, top, f"({side} − {sizing.dilated_size(F, d)} + 2·{P})/{S} + 1 = {value}{fit}", "t")


def draw_row(widget, name, side, top):
    """Draw one padded row, its windows in lanes above it and their neurons above those."""
    F, S, P, d = widget.F, widget.S, widget.P, widget.dilation
    span, length, count = sizing.dilated_size(F, d), side + 2 * P, widget._windows(side)
    reach = (count - 1) * S + span if count else 0
    cell = min(WIDE / max(length, reach, span), LARGEST)
    row, lanes = top + 84, max(min(-(-span // S), LANES, max(count, 1)), 1)
    pitch = min(56 / lanes, 15)
    parts = [
        box(2, row, P * cell, 22, "z") if P else "",
        box(2 + P * cell, row, side * cell, 22, "x"),
        box(2 + (P + side) * cell, row, (max(length, reach) - P - side) * cell, 22, "z")
        if reach > P + side or P
        else "",
        text(2 + (P + side / 2) * cell, row + 37, f"{name} = {side}", "m s"),
    ]
    for n in range(count):
        x, wide = 2 + n * S * cell, min(S * cell * 0.8, 22)
        if n < lanes or -(-span // S) <= lanes:  # where they would hide each other, only the first ones
            parts.append(
                box(x + 0.7, row - 5 - (lanes - n % lanes) * pitch, span * cell - 1.4, min(pitch - 2, 11), "w")
            )
        parts.append(box(x + span * cell / 2 - wide / 2, top + 6, wide, 14, "y"))
    if length < span:  # a window that is too large is drawn all the same
        parts.append(box(2, row - 17, span * cell, 11, "u d"))
    gaps = [(n * S + span, (n + 1) * S) for n in range(count - 1) if S > span]
    for first, end in [*gaps, *([(reach, length)] if count and reach < length else [])]:
        x, wide = 2 + first * cell, (end - first) * cell
        parts.append(f'<path d="M{x:.2f} {row + 22}l{wide:.2f} -22M{x:.2f} {row}l{wide:.2f} 22" class="u"/>')
        parts.append(box(x, row - 3, wide, 28, "u"))
    return "".join(parts)
