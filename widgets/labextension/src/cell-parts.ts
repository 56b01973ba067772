// Parts of ours within the cells of one view of a notebook. Cells come, go, move and are drawn late.

import type { Cell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { DisposableDelegate, type IDisposable } from "@lumino/disposable";
import type { PanelLayout, Widget } from "@lumino/widgets";

const PART = "cs231n-CellPart";

// Keys pressed on a part's buttons are not for the notebook, where Enter begins to edit the cell and D twice deletes it;
// but Ctrl-S and the course's own shortcuts, which are function keys, are to work there.
const isPlainKey = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key));

/** Keeps plain keys on parts of cells from Jupyter's shortcuts; disposing of the result ends that. */
export function installPartKeys(): IDisposable {
  const mark = (event: KeyboardEvent) => {
    const part = event.target instanceof Element && event.target.closest<HTMLElement>(`.${PART}`);
    if (part) part.toggleAttribute("data-lm-suppress-shortcuts", isPlainKey(event));
  };
  // The window hears of a key before the document, where Lumino listens and asks for that mark.
  window.addEventListener("keydown", mark, true);
  return new DisposableDelegate(() => window.removeEventListener("keydown", mark, true));
}

/** Calls back when the cells of a view may have changed, once before the next drawing. */
export function followCells({ content }: NotebookPanel, callback: () => void): void {
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!content.isDisposed) callback();
    });
  };
  content.modelContentChanged.connect(ask);
  content.modelChanged.connect(ask);
  ask();
}

/** How parts are made. */
export interface ICellPartOptions<Part extends Widget> {
  place: "above the input" | "below the input";
  /** Returns what a cell's part is about, or null if the cell should have none. */
  keyOf(cell: Cell): string | null;
  make(cell: Cell, key: string): Part;
  /** Brings a part up to date. */
  refresh?(part: Part, cell: Cell): void;
}

/** Keeps one part with each cell of a view that should have one. */
export class CellParts<Part extends Widget> {
  constructor(
    private _panel: NotebookPanel,
    private _options: ICellPartOptions<Part>,
  ) {}

  /** Returns the part of a cell, once the cell has been drawn. */
  async of(cell: Cell): Promise<Part | undefined> {
    await cell.ready.catch(() => undefined);
    this.sync();
    return this._parts.get(cell)?.part;
  }

  /** Adds the parts that are missing, takes away those that are no longer wanted, and refreshes the others. */
  sync(): void {
    const { keyOf, refresh } = this._options;
    for (const [cell, { part, key }] of this._parts) {
      if (!cell.isDisposed && !part.isDisposed && keyOf(cell) === key) {
        refresh?.(part, cell);
        continue;
      }
      part.dispose();
      this._parts.delete(cell);
    }
    for (const cell of this._panel.content.widgets) {
      if (this._parts.has(cell) || this._pending.has(cell) || keyOf(cell) === null) continue;
      this._pending.add(cell);
      void cell.ready.catch(() => undefined).then(() => this._attach(cell));
    }
  }

  private _attach(cell: Cell): void {
    this._pending.delete(cell);
    if (cell.isDisposed || this._panel.isDisposed) return;
    const { place, keyOf, make, refresh } = this._options;
    const key = keyOf(cell);
    if (key === null || this._parts.has(cell)) return;
    const part = make(cell, key);
    part.addClass(PART);
    part.node.addEventListener("keydown", (event) => isPlainKey(event) && event.stopPropagation());
    const layout = cell.layout as PanelLayout;
    const input = layout.widgets.findIndex((one) => one.hasClass("jp-Cell-inputWrapper"));
    layout.insertWidget(place === "below the input" ? input + 1 : input, part);
    this._parts.set(cell, { part, key });
    refresh?.(part, cell);
  }

  private _parts = new Map<Cell, { part: Part; key: string }>();
  private _pending = new WeakSet<Cell>();
}
