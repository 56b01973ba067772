"""A net as a table, layer by layer: what goes in and comes out, and what it costs."""

from dataclasses import dataclass
from html import escape
from math import prod

from cs231n_kit.memory import memory_rows
from cs231n_kit.sizing import format_volume

__all__ = ["Summary"]

HEAD = ("layer", "input", "output", "kernel", "parameters", "multiply-adds", "activations", "bytes")
TEXTS = 4  # columns of words; the others are numbers
FLOAT = 4  # bytes of a number


@dataclass(frozen=True)
class Summary:
    """A table of a net's layers.

    Activations are the numbers of an output, none for a view of another one; bytes are those of output and parameters.
    """

    title: str
    rows: list  # of texts and numbers, as in HEAD
    in_shape: tuple
    statistics: int  # running ones, which aren't trained

    @classmethod
    def of(cls, model):
        """Returns the table of a Model."""
        inputs = dict(inputs_of(model.layer, model.in_shape))
        rows = [row_of(row, inputs.get(row.name)) for row in memory_rows(model.layer, model.in_shape)[1:]]
        statistics = sum(prod(shape) for shape in model.layer.state_shapes(model.in_shape).values())
        return cls(model.name, rows, model.in_shape, statistics)

    @property
    def totals(self):
        """{column: the sum of all rows} for the columns of numbers."""
        return {name: sum([row[i] for row in self.rows]) for i, name in enumerate(HEAD) if i >= TEXTS}

    def notes(self):
        """Returns sentences for the foot of the table."""
        sums = self.totals
        megabytes = {name: f"{FLOAT * sums[name] / 1e6:,.1f} MB" for name in ("parameters", "activations")}
        found = [
            f"{sums['parameters']:,} parameters ({megabytes['parameters']}), all trained"
            + (f", and {self.statistics:,} running statistics" if self.statistics else ""),
            f"{sums['multiply-adds']:,} multiply-adds for one example",
            f"input {format_volume(self.in_shape)}: {FLOAT * prod(self.in_shape) / 1e6:,.2f} MB; "
            f"all outputs {megabytes['activations']}; numbers of {FLOAT} bytes",
        ]
        return found

    def __str__(self):
        table = [HEAD, *[texts_of(row) for row in self.rows], texts_of(("in all", "", "", "", *self.totals.values()))]
        widths = [max(len(row[i]) for row in table) for i in range(len(HEAD))]
        lines = []
        for row in table:
            cells = [cell.ljust(width) if i < TEXTS else cell.rjust(width)
                     for i, (cell, width) in enumerate(zip(row, widths, strict=True))]  # fmt: skip
            lines.append("  ".join(cells).rstrip())
        rule = "-" * max(map(len, lines))
        return "\n".join([self.title, rule, lines[0], rule, *lines[1:-1], rule, lines[-1], rule, *self.notes()])

    __repr__ = __str__

    def _repr_html_(self):
        right = ' style="text-align:right"'

        def line(cells, tag="td"):
            inside = [f"<{tag}{right if i >= TEXTS else ''}>{escape(cell)}</{tag}>" for i, cell in enumerate(cells)]
            return f"<tr>{''.join(inside)}</tr>"

        body = "".join([line(texts_of(row)) for row in self.rows])
        foot = line(texts_of(("in all", "", "", "", *self.totals.values())), "th")
        return (
            f'<details><summary>{escape(self.title)}, layer by layer</summary><div style="overflow:auto;'
            f'max-height:30em"><table><thead>{line(HEAD, "th")}</thead><tbody>{body}</tbody><tfoot>{foot}</tfoot>'
            f"</table></div></details><p>{'<br>'.join(map(escape, self.notes()))}</p>"
        )


def inputs_of(layer, in_shape, name=""):
    """Yields (name, in_shape) for each layer of a net that isn't made of layers."""
    if not hasattr(layer, "parts"):
        yield name, in_shape
        return
    for key, part, shape in layer.parts(in_shape):
        yield from inputs_of(part, shape, f"{name}.{key}" if name else key)


def row_of(row, in_shape):
    """Returns the cells of a Row of memory.py, as in HEAD; in_shape is None where branches come together."""
    return (
        row.name if row.layer is None else f"{row.name} {row.layer}",
        "" if in_shape is None else format_volume(in_shape),
        format_volume(row.out_shape),
        kernel_of(row.layer),
        row.parameters // FLOAT,
        row.macs,
        row.activations // FLOAT,
        row.parameters + row.activations,
    )


def kernel_of(layer):
    """Returns the size of a layer's window, width x height, or "" for a layer without one."""
    size = getattr(layer, "size", None)
    if size is None or not hasattr(layer, "stride"):
        return ""
    return "x".join(map(str, reversed(size))) if isinstance(size, tuple) else f"{size}x{size}"


def texts_of(row):
    """Returns a row's cells as texts, numbers with commas."""
    return [f"{cell:,}" if isinstance(cell, int) else cell for cell in row]
