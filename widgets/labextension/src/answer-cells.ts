// The answer cells of an open notebook. All its views share their models.

import type { ICellModel } from "@jupyterlab/cells";
import type { ReadonlyPartialJSONValue } from "@lumino/coreutils";

/** What the course has written into a cell's metadata. */
export interface ICourseMetadata {
  role?: string;
  exercise?: string;
  /** The id of the question that the cell asks. */
  question?: string;
  /** The id of the question that the cell answers. */
  reveals?: string;
  /** What a cell is about that is folded to one line. */
  fold?: string;
  /** What the notebook remembers of a question for its reader. */
  kept?: Record<string, ReadonlyPartialJSONValue | undefined>;
}

/** Returns the course's part of a cell's metadata. */
export function courseMetadata(cell: ICellModel): ICourseMetadata {
  const metadata = cell.getMetadata("cs231n");
  return metadata && typeof metadata === "object" ? (metadata as ICourseMetadata) : {};
}

/** Returns the exercise whose answer a code cell holds, or null if it holds none. */
export function answeredExercise(cell: ICellModel): string | null {
  const { role, exercise } = courseMetadata(cell);
  return role === "answer" && typeof exercise === "string" && cell.type === "code" ? exercise : null;
}

/** Returns the exercise that a check cell belongs to, or null if it is none. */
export function checkedExercise(cell: ICellModel): string | null {
  const { role, exercise } = courseMetadata(cell);
  return role === "check" && typeof exercise === "string" ? exercise : null;
}

/**
 * Returns all cells that hold the answer to an exercise, the one that counts first: as the grader finds them.
 *
 * @param originalId - the id of the cell that held the answer when the notebook was saved
 */
export function answerCells(cells: ICellModel[], exerciseId: string, originalId: string | null): ICellModel[] {
  const marked = cells.filter((cell) => {
    const { role, exercise } = courseMetadata(cell);
    return role === "answer" && exercise === exerciseId;
  });
  const original = cells.find((cell) => cell.id === originalId);
  if (!original || (marked.length > 0 && !marked.includes(original))) return marked;
  return [original, ...marked.filter((cell) => cell !== original)];
}

/**
 * Lets all cells that hold an answer be deleted but the first, the one that counts. JupyterLab gives both halves of a
 * split cell all of its metadata, and which half counts may change when the notebook is saved.
 */
export function keepFirstFromDeletion(cells: ICellModel[]): void {
  for (const [index, cell] of cells.entries()) {
    const isKept = cell.getMetadata("deletable") === false;
    if (isKept === (index === 0)) continue;
    // No step of its own for Edit > Undo Cell Operation, which is to take back the split.
    cell.sharedModel.transact(
      () => (index === 0 ? cell.setMetadata("deletable", false) : cell.deleteMetadata("deletable")),
      false,
    );
  }
}

/** Returns the source of a cell. */
export const sourceOf = (cell: ICellModel): string => cell.sharedModel.getSource();

/** What the interface of a shared model leaves out: Yjs keeps its history. */
interface IHistory {
  undoManager: { stopCapturing(): void } | null;
}

/**
 * Replaces the source of a cell, so that Ctrl-Z in the cell takes it back. Yjs takes changes less than half a second
 * apart for one: without a stop on both sides, Ctrl-Z would take back what the learner typed just before, too.
 */
export function writeSource(cell: ICellModel, source: string): void {
  const model = cell.sharedModel;
  const history = (model as unknown as IHistory).undoManager;
  history?.stopCapturing();
  model.setSource(source);
  history?.stopCapturing();
}
