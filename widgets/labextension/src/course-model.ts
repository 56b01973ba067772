// The model of the panel: the course, and the notebooks that are open.

import { PathExt } from "@jupyterlab/coreutils";
import { type INotebookTracker, NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import type { TranslationBundle } from "@jupyterlab/translation";
import { type ISignal, Signal } from "@lumino/signaling";
import { announce } from "./announcer";
import { courseMetadata, sourceOf, writeSource } from "./answer-cells";
import type { CourseApi } from "./api";
import { Checker } from "./checker";
import { LEARN_IN_CELL, starterAlreadyText } from "./messages";
import { errorText } from "./note";
import { NotebookState } from "./notebook-state";
import { type IReset, loadResets, storeResets } from "./resets";
import { reveal } from "./reveal";
import type { ISettings } from "./settings";
import type { IChapter, ICourse } from "./types";

/** What is kept of a notebook while the page is open, by its path: it may be closed and opened again. */
interface INotebookMemory {
  hintCounts: Map<string, number>; // how many hints are shown, by exercise
  resets: Map<string, IReset>; // what was replaced, by exercise
}

/** An open notebook. It may be shown in several views; its state and its checks are the same in all. */
export interface IOpenNotebook {
  state: NotebookState;
  checker: Checker;
  /** The view that was turned to last. */
  view: NotebookPanel;
}

/** All that the panel and the badges show, and what can be done there. */
export class CourseModel {
  constructor(
    readonly api: CourseApi,
    readonly tracker: INotebookTracker,
    readonly settings: ISettings,
    readonly trans: TranslationBundle,
  ) {
    tracker.forEach((panel) => this._addView(panel));
    tracker.widgetAdded.connect((_, panel) => this._addView(panel));
    tracker.currentChanged.connect(() => this._onCurrentChanged());
    // Another tab may have checked in the meantime.
    window.addEventListener("focus", () => void this.refresh());
    NotebookActions.executed.connect((_, { cell }) => {
      if (cell.model.sharedModel.getSource().includes(LEARN_IN_CELL)) void this._refreshCourse();
    });
    this._onCurrentChanged();
  }

  course: ICourse | null = null;
  /** Why the course could not be read, for the learner. */
  fault: string | null = null;

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Fires for each view of a notebook that is opened. */
  get viewAdded(): ISignal<this, NotebookPanel> {
    return this._viewAdded;
  }

  /** The state of the current notebook, or null. */
  get current(): NotebookState | null {
    return this._currentNotebook()?.state ?? null;
  }

  /** The first chapter of which there is a copy. */
  get firstChapter(): IChapter | null {
    return this.course?.chapters.find((chapter) => chapter.path !== null) ?? null;
  }

  /** Asks the server about the notebook and the course; the course's turn is when the notebook's is over. */
  async refresh(): Promise<void> {
    const state = this.current;
    if (state && !state.running) await state.refresh();
    else await this._refreshCourse();
  }

  /** Checks an exercise of the current notebook, or all if it is null. */
  async check(exerciseId: string | null): Promise<void> {
    await this._currentNotebook()?.checker.check(exerciseId === null ? null : [exerciseId]);
  }

  /** Tries again what went wrong. */
  retry(): void {
    const retry = this.current?.note?.retry;
    if (retry) retry();
    else void this.refresh();
  }

  cancel(): void {
    this._currentNotebook()?.checker.cancel();
  }

  /** Returns the open notebook that a view shows. */
  notebookOf(panel: NotebookPanel): IOpenNotebook | null {
    return this._notebooks.get(panel.context) ?? null;
  }

  /** Returns how many hints of an exercise are shown. */
  shownHints(exerciseId: string): number {
    return this._memory(this.current)?.hintCounts.get(exerciseId) ?? 0;
  }

  /** Shows one hint more; after the last, hides them all. */
  showNextHint(exerciseId: string): void {
    const hints = this.current?.view(exerciseId)?.exercise.hints ?? [];
    const shown = this.shownHints(exerciseId);
    const count = shown < hints.length ? shown + 1 : 0;
    this._memory(this.current)?.hintCounts.set(exerciseId, count);
    announce(
      count
        ? this.trans.__("Hint %1 of %2: %3", String(count), String(hints.length), hints[count - 1])
        : this.trans.__("The hints are hidden."),
    );
    this._changed.emit();
  }

  /** Replaces an answer by its starter. The learner may turn to another notebook before the starter comes. */
  async reset(exerciseId: string, state = this.current): Promise<void> {
    const cell = state?.view(exerciseId)?.cells[0];
    if (!state || !cell) return;
    try {
      const starter = await this.api.starter(state.path, exerciseId);
      if (cell.isDisposed) return;
      if (sourceOf(cell) === starter) {
        announce(starterAlreadyText(this.trans));
        state.remark(starterAlreadyText(this.trans));
        return;
      }
      this._keepReset(state, exerciseId, { source: sourceOf(cell), starter });
      writeSource(cell, starter);
      announce(this.trans.__("The answer is the starter again. “Undo reset” brings yours back."));
      state.remark(null);
    } catch (error) {
      state.fail("server-fault", errorText(error), () => void this.reset(exerciseId, state));
    }
  }

  /** Returns whether a reset can be taken back: only as long as the starter has not been changed. */
  canUndoReset(exerciseId: string): boolean {
    const cell = this.current?.view(exerciseId)?.cells[0];
    const reset = this._memory(this.current)?.resets.get(exerciseId);
    return !!cell && !!reset && sourceOf(cell) === reset.starter;
  }

  undoReset(exerciseId: string): void {
    const cell = this.current?.view(exerciseId)?.cells[0];
    const memory = this._memory(this.current);
    if (!cell || !memory || !this.canUndoReset(exerciseId)) return;
    writeSource(cell, memory.resets.get(exerciseId)!.source);
    this._keepReset(this.current!, exerciseId, null);
    announce(this.trans.__("Your answer is back."));
    this.current?.emitChanged();
  }

  /** Chooses an exercise and shows its cell. */
  async showExercise(exerciseId: string): Promise<void> {
    const state = this.current;
    const cell = state?.view(exerciseId)?.cells[0];
    state?.select(exerciseId);
    if (cell) await reveal(this.tracker.currentWidget!.content, cell);
  }

  /** Moves to the cell of an exercise, to write there. */
  async editExercise(exerciseId: string): Promise<void> {
    const panel = this.tracker.currentWidget;
    const cell = this.current?.view(exerciseId)?.cells[0];
    await this.showExercise(exerciseId);
    // The learner may have gone elsewhere meanwhile.
    if (!panel || !cell || panel !== this.tracker.currentWidget || panel.content.activeCell?.model !== cell) return;
    panel.content.activate();
    panel.content.mode = "edit";
  }

  private async _refreshCourse(): Promise<void> {
    const requestId = ++this._requestId;
    const path = this.current?.path;
    try {
      const course = await this.api.course(path ? PathExt.dirname(path) : "");
      if (requestId !== this._requestId) return;
      this.course = course;
      this.fault = null;
    } catch (error) {
      if (requestId !== this._requestId) return;
      this.fault = errorText(error);
    }
    this._changed.emit();
  }

  private _currentNotebook(): IOpenNotebook | null {
    const panel = this.tracker.currentWidget;
    return panel && this.notebookOf(panel);
  }

  private _memory(state: NotebookState | null): INotebookMemory | null {
    if (!state) return null;
    const { path } = state;
    const memory = this._memories.get(path) ?? { hintCounts: new Map(), resets: loadResets(this.api.url(path)) };
    this._memories.set(path, memory);
    return memory;
  }

  private _keepReset(state: NotebookState, exerciseId: string, reset: IReset | null): void {
    const { resets } = this._memory(state)!;
    if (reset) resets.set(exerciseId, reset);
    else resets.delete(exerciseId);
    storeResets(this.api.url(state.path), resets);
  }

  /** Lets what is kept of a notebook follow it when it is renamed. */
  private _followPath(state: NotebookState): void {
    let path = state.path;
    state.context.pathChanged.connect(() => {
      const memory = this._memories.get(path);
      this._memories.delete(path);
      storeResets(this.api.url(path), new Map());
      path = state.path;
      if (!memory) return;
      this._memories.set(path, memory);
      storeResets(this.api.url(path), memory.resets);
    });
  }

  private _addView(panel: NotebookPanel): void {
    if (this._views.has(panel)) return;
    this._views.add(panel);
    if (!this._notebooks.has(panel.context)) this._addNotebook(panel);
    panel.content.activeCellChanged.connect(() => this._followActiveCell(panel));
    this._followActiveCell(panel);
    this._viewAdded.emit(panel);
  }

  private _addNotebook(view: NotebookPanel): void {
    const state = new NotebookState(view.context, this.api, this.trans);
    const checker = new Checker(state, () => this.settings.timeLimit);
    this._notebooks.set(view.context, { state, checker, view });
    state.changed.connect(() => {
      if (state === this.current) this._changed.emit();
    });
    state.refreshed.connect(() => void this._refreshCourse());
    this._followPath(state);
  }

  private _followActiveCell(panel: NotebookPanel): void {
    const cell = panel.content.activeCell;
    const exercise = cell && !cell.isDisposed ? courseMetadata(cell.model).exercise : null;
    if (exercise) this.notebookOf(panel)?.state.select(exercise);
  }

  private _onCurrentChanged(): void {
    const panel = this.tracker.currentWidget;
    if (panel) this._addView(panel);
    const notebook = this._currentNotebook();
    if (panel && notebook && notebook.view !== panel) {
      notebook.view = panel;
      this._followActiveCell(panel);
    }
    this._changed.emit();
    void this.refresh();
  }

  private _notebooks = new WeakMap<NotebookPanel["context"], IOpenNotebook>();
  private _views = new WeakSet<NotebookPanel>();
  private _memories = new Map<string, INotebookMemory>();
  private _changed = new Signal<this, void>(this);
  private _viewAdded = new Signal<this, NotebookPanel>(this);
  private _requestId = 0;
}
