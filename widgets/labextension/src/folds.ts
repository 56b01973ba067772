// Code cells that are folded to one line: the line says what the code is, and opens it. Jupyter keeps in the cell's
// metadata whether its source is hidden.

import { type Cell, CodeCell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { courseMetadata, sourceOf } from "./answer-cells";
import { CellParts, followCells } from "./cell-parts";
import { FoldLine } from "./fold-line";

/** Shows the folds of one view of a notebook. */
export function showFolds(panel: NotebookPanel): void {
  const folds = new CellParts<FoldLine>(panel, {
    place: "above the input",
    keyOf: (cell) => (cell instanceof CodeCell && courseMetadata(cell.model).fold ? "fold" : null),
    make: (cell) =>
      new FoldLine(() => {
        cell.inputHidden = !cell.inputHidden;
        folds.sync();
      }),
    refresh: (line, cell) => {
      line.say(lineOf(cell), !cell.inputHidden);
      cell.toggleClass("cs231n-mod-sourceHidden", cell.inputHidden);
    },
  });
  followCells(panel, () => {
    folds.sync();
    for (const cell of panel.content.widgets) hideQuestionSource(cell);
  });
}

/** Returns the line of a folded cell: its first comment, which other programs show, too. */
function lineOf({ model }: Cell): string {
  const [first] = sourceOf(model).split("\n");
  return first.startsWith("#") ? first.replace(/^#+\s*/, "") : (courseMetadata(model).fold ?? "");
}

/** Takes Jupyter's mark of a hidden source from a question; the widget below says what it asks. */
function hideQuestionSource(cell: Cell): void {
  if (!(cell instanceof CodeCell) || !courseMetadata(cell.model).question) return;
  cell.toggleClass("cs231n-mod-sourceHidden", cell.inputHidden && cell.model.outputs.length > 0);
}
