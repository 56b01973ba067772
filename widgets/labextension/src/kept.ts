// What a notebook remembers of a question for its reader: the guess, and whether the answer was shown. It stands in the
// metadata of the question's cell, so that running the cell again keeps it, and saving the notebook saves it.

import type { ICellModel } from "@jupyterlab/cells";
import { JSONExt } from "@lumino/coreutils";
import { courseMetadata, type ICourseMetadata } from "./answer-cells";

/** The remembered traits of a widget. */
export type Kept = NonNullable<ICourseMetadata["kept"]>;

/** Returns what is remembered in a cell. */
export function keptIn(cell: ICellModel): Kept {
  const { kept } = courseMetadata(cell);
  return kept && typeof kept === "object" ? kept : {};
}

/** Remembers traits of a widget in a cell. */
export function keepIn(cell: ICellModel, traits: Kept): void {
  const old = keptIn(cell);
  const kept = { ...old, ...traits };
  if (JSONExt.deepEqual(kept, old)) return;
  cell.setMetadata("cs231n", { ...courseMetadata(cell), kept });
}
