// Bringing a cell into view.

import type { Cell, ICellModel } from "@jupyterlab/cells";
import type { Notebook } from "@jupyterlab/notebook";
import { pause } from "./pause";

const ATTEMPTS = 10;
const PAUSE = 100; // milliseconds between two attempts

let latestCall = 0;

/**
 * Makes a cell the active one and brings it into view; the focus stays where it is. While a notebook is still being
 * drawn, what is above the cell grows and pushes it out again: so look and try again, until the learner goes elsewhere.
 */
export async function reveal(notebook: Notebook, model: ICellModel): Promise<void> {
  const call = ++latestCall;
  const cell = notebook.widgets.find((widget) => widget.model === model);
  if (!cell) return;
  notebook.activeCellIndex = notebook.widgets.indexOf(cell);
  notebook.deselectAll();
  for (let attempt = 0; attempt < ATTEMPTS && call === latestCall && notebook.activeCell === cell; attempt++) {
    await notebook.scrollToItem(notebook.widgets.indexOf(cell), "smart").catch(() => undefined);
    await pause(PAUSE);
    if (cell.isDisposed || isInView(notebook, cell)) return;
  }
}

function isInView(notebook: Notebook, cell: Cell): boolean {
  const view = notebook.node.getBoundingClientRect();
  const box = cell.node.getBoundingClientRect();
  return cell.node.isConnected && box.height > 0 && box.top < view.bottom && box.bottom > view.top;
}
