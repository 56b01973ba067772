// Saving, as a check needs it. Jupyter saves a second time while the first still runs, finds that the file has changed
// on the disk, and asks the learner whom to believe; and it calls a notebook saved in which was typed meanwhile.

import type { NotebookPanel } from "@jupyterlab/notebook";

const PATIENCE = 15_000; // milliseconds; when a learner cancels a save in Jupyter's dialog, nobody says that it is over

export class Saver {
  constructor(private _context: NotebookPanel["context"]) {
    _context.saveState.connect((_, state) => (state === "started" ? this._begin() : this._end(state === "completed")));
    _context.model.contentChanged.connect(() => {
      this._typed = true;
    });
  }

  get needed(): boolean {
    return this._context.model.dirty || this.running;
  }

  // A read-only notebook is checked as it lies on the disk; a kernel that starts makes even that one "unsaved".
  get possible(): boolean {
    return this._context.contentsModel?.writable !== false;
  }

  get running(): boolean {
    return this._running !== null;
  }

  async save(): Promise<void> {
    while (this._running) await this._running;
    if (this._context.model.dirty) await this._context.save();
  }

  private _begin(): void {
    this._typed = false;
    const running = new Promise<void>((resolve) => {
      this._over = resolve;
      window.setTimeout(resolve, PATIENCE);
    });
    this._running = running;
    void running.then(() => {
      if (this._running === running) this._running = null;
    });
  }

  private _end(completed: boolean): void {
    if (completed && this._typed) this._context.model.dirty = true;
    this._running = null;
    this._over();
  }

  private _typed = false;
  private _running: Promise<void> | null = null;
  private _over: () => void = () => undefined;
}
