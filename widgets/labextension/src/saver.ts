// Saving a notebook before a check. Jupyter saves a second time while the first still runs, finds that the file has
// changed on the disk, and asks the learner whom to believe; and it calls a notebook saved that was changed meanwhile.

import type { NotebookPanel } from "@jupyterlab/notebook";

// Milliseconds. When a learner cancels a save in Jupyter's dialog, no signal says that it is over.
const LONGEST_SAVE = 15_000;

/** Saves a notebook one save at a time, and keeps it marked as unsaved if it was changed while it was saved. */
export class Saver {
  constructor(private _context: NotebookPanel["context"]) {
    _context.saveState.connect((_, state) =>
      state === "started" ? this._onStarted() : this._onEnded(state === "completed"),
    );
    _context.model.contentChanged.connect(() => {
      this._changedWhileSaving = true;
    });
  }

  /** Whether something is not saved yet. */
  get isNeeded(): boolean {
    return this._context.model.dirty || this.isSaving;
  }

  /** Whether the file may be written. Even a read-only notebook counts as unsaved once its kernel has started. */
  get isWritable(): boolean {
    return this._context.contentsModel?.writable !== false;
  }

  get isSaving(): boolean {
    return this._saving !== null;
  }

  /** Saves what is not saved yet, after any save that is under way. */
  async save(): Promise<void> {
    while (this._saving) await this._saving;
    if (this._context.model.dirty) await this._context.save();
  }

  private _onStarted(): void {
    this._changedWhileSaving = false;
    const saving = new Promise<void>((resolve) => {
      this._resolveSaving = resolve;
      window.setTimeout(resolve, LONGEST_SAVE);
    });
    this._saving = saving;
    void saving.then(() => {
      if (this._saving === saving) this._saving = null;
    });
  }

  private _onEnded(completed: boolean): void {
    if (completed && this._changedWhileSaving) this._context.model.dirty = true;
    this._saving = null;
    this._resolveSaving();
  }

  private _changedWhileSaving = false;
  private _saving: Promise<void> | null = null;
  private _resolveSaving: () => void = () => undefined;
}
