// Bringing a cell into view.

import type { Cell, ICellModel } from "@jupyterlab/cells";
import type { Notebook } from "@jupyterlab/notebook";
import type { PanelLayout } from "@lumino/widgets";
import { pause } from "./pause";

const ATTEMPTS = 40;
const PAUSE = 100; // milliseconds between two attempts
const CALM = 3; // times in a row that the cell must be seen until it counts as in view
const NEIGHBOURS = 3; // that are drawn on each side of a cell
const LEARNER_MOVES = ["wheel", "keydown", "pointerdown"];

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
  const elsewhere = new AbortController();
  const isWanted = () =>
    call === latestCall && notebook.activeCell === cell && !cell.isDisposed && !elsewhere.signal.aborted;
  for (const move of LEARNER_MOVES) {
    notebook.node.addEventListener(move, () => elsewhere.abort(), { signal: elsewhere.signal, capture: true });
  }
  drawAround(notebook, cell);
  for (let attempt = 0, calm = 0; attempt < ATTEMPTS && calm < CALM && isWanted(); attempt++) {
    if (isInView(notebook, cell)) calm++;
    else {
      calm = 0;
      scrollTo(notebook, cell);
    }
    await pause(PAUSE);
  }
  elsewhere.abort();
}

/**
 * Draws a cell and its neighbours. Jupyter draws cells when it has nothing else to do, the last of a long notebook after
 * many seconds, and can't scroll to one before that. What it draws above later moves nothing: the browser keeps the
 * active cell where it is.
 */
function drawAround(notebook: Notebook, cell: Cell): void {
  if (notebook.notebookConfig.windowingMode === "full") return; // then only what is in view is drawn, and at once
  const layout = notebook.layout as PanelLayout;
  const at = notebook.widgets.indexOf(cell);
  for (const [index, one] of notebook.widgets.entries()) {
    if (Math.abs(index - at) > NEIGHBOURS || !one.isPlaceholder()) continue;
    one.dataset.windowedListIndex = String(index);
    layout.insertWidget(index, one);
  }
}

function scrollTo(notebook: Notebook, cell: Cell): void {
  if (cell.node.isConnected && cell.node.clientHeight > 0) {
    const isHigh = cell.node.clientHeight > notebook.node.clientHeight;
    cell.node.scrollIntoView({ block: isHigh ? "start" : "center" });
  } else {
    void notebook.scrollToItem(notebook.widgets.indexOf(cell), "smart").catch(() => undefined);
  }
}

function isInView(notebook: Notebook, cell: Cell): boolean {
  const view = notebook.node.getBoundingClientRect();
  const box = cell.node.getBoundingClientRect();
  return cell.node.isConnected && box.height > 0 && box.top < view.bottom && box.bottom > view.top;
}
