// The answer cells of an open notebook, which all its views share: find them by their metadata, read them, write them.

import type { Cell, ICellModel } from "@jupyterlab/cells";
import type { Notebook } from "@jupyterlab/notebook";

interface IRole {
  role?: string;
  exercise?: string;
}

export function courseOf(cell: ICellModel): IRole {
  const found = cell.getMetadata("cs231n");
  return found && typeof found === "object" ? (found as IRole) : {};
}

export function isAnswer(cell: ICellModel): boolean {
  const { role, exercise } = courseOf(cell);
  return role === "answer" && typeof exercise === "string" && cell.type === "code";
}

// All cells that hold the answer to an exercise, the one that counts first: as the grader finds them.
export function answerCells(cells: ICellModel[], exercise: string, original: string | null): ICellModel[] {
  const found = cells.filter((cell) => {
    const about = courseOf(cell);
    return about.role === "answer" && about.exercise === exercise;
  });
  const first = cells.find((cell) => cell.id === original);
  if (!first || (found.length > 0 && !found.includes(first))) return found;
  return [first, ...found.filter((cell) => cell !== first)];
}

export const sourceOf = (cell: ICellModel): string => cell.sharedModel.getSource();

// What the interface of a shared model leaves out: Yjs keeps its history.
interface IHistory {
  undoManager: { stopCapturing(): void } | null;
}

// Through the shared model, so that Ctrl-Z in the cell takes it back. Yjs takes changes less than half a second apart
// for one: without a stop on both sides, Ctrl-Z would take back what the learner typed just before, too.
export function writeSource(cell: ICellModel, source: string): void {
  const model = cell.sharedModel;
  const history = (model as unknown as IHistory).undoManager;
  history?.stopCapturing();
  model.setSource(source);
  history?.stopCapturing();
}

export const pause = (time: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, time));

const TRIES = 10;
const PAUSE = 100; // milliseconds

let latest = 0;

// Make a cell the active one and bring it into view; the focus stays where it is. While a notebook is still being
// drawn, what is above the cell grows and pushes it out again: so look, and try again, until the learner goes elsewhere.
export async function reveal(notebook: Notebook, answer: ICellModel): Promise<void> {
  const mine = ++latest;
  const cell = notebook.widgets.find(({ model }) => model === answer);
  if (!cell) return;
  notebook.activeCellIndex = notebook.widgets.indexOf(cell);
  notebook.deselectAll();
  for (let tries = 0; tries < TRIES && mine === latest && notebook.activeCell === cell; tries++) {
    await notebook.scrollToItem(notebook.widgets.indexOf(cell), "smart").catch(() => undefined);
    await pause(PAUSE);
    if (cell.isDisposed || inView(notebook, cell)) return;
  }
}

function inView(notebook: Notebook, cell: Cell): boolean {
  const [whole, part] = [notebook.node.getBoundingClientRect(), cell.node.getBoundingClientRect()];
  return cell.node.isConnected && part.height > 0 && part.top < whole.bottom && part.bottom > whole.top;
}
