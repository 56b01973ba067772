// The whole of what the panel shows: the course, and the notebook that is open.

import { PathExt } from "@jupyterlab/coreutils";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import { type ISignal, Signal } from "@lumino/signaling";
import { announce } from "./announcer";
import { courseOf, reveal, sourceOf, writeSource } from "./answers";
import { ApiError, type CourseApi } from "./api";
import { Checker } from "./checking";
import { NotebookState } from "./notebook_state";
import { type IReset, keepResets, readResets } from "./resets";
import type { ISettings } from "./settings";
import type { IChapter, ICourse } from "./types";
import { STARTER_ALREADY } from "./words";

// What is kept of a notebook while the page is open, by its path: it may be closed and opened again.
interface IMemory {
  hints: Map<string, number>; // how many are shown of an exercise
  before: Map<string, IReset>; // what a reset of an exercise replaced
}

// An open notebook. It may be shown in several views; what is known of it and its run are the same in all.
interface IOpen {
  state: NotebookState;
  checker: Checker;
  view: NotebookPanel; // the one that was turned to last
}

export class CourseModel {
  constructor(
    readonly api: CourseApi,
    readonly tracker: INotebookTracker,
    readonly settings: ISettings,
  ) {
    tracker.forEach((panel) => this._adopt(panel));
    tracker.widgetAdded.connect((_, panel) => this._adopt(panel));
    tracker.currentChanged.connect(() => this._turn());
    // Another tab may have checked in the meantime.
    window.addEventListener("focus", () => void this.refresh());
    this._turn();
  }

  course: ICourse | null = null;
  // Why the course could not be read, in words.
  fault: string | null = null;

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get opened(): ISignal<this, NotebookPanel> {
    return this._opened;
  }

  get current(): NotebookState | null {
    return this._current()?.state ?? null;
  }

  get first(): IChapter | null {
    return this.course?.chapters.find((chapter) => chapter.path !== null) ?? null;
  }

  // Ask about the notebook and the course; the course's answer follows the notebook's (see _adopt).
  async refresh(): Promise<void> {
    const state = this.current;
    if (state && !state.running) await state.refresh();
    else await this.refreshCourse();
  }

  async refreshCourse(): Promise<void> {
    const asked = ++this._asked;
    const path = this.current?.path;
    try {
      const course = await this.api.course(path ? PathExt.dirname(path) : "");
      if (asked !== this._asked) return;
      this.course = course;
      this.fault = null;
    } catch (error) {
      if (asked !== this._asked) return;
      this.fault = error instanceof ApiError ? error.message : String(error);
    }
    this._changed.emit();
  }

  async check(exercise: string | null): Promise<void> {
    await this._current()?.checker.check(exercise === null ? null : [exercise]);
  }

  // Try again what went wrong.
  retry(): void {
    const again = this.current?.note?.again;
    if (again) again();
    else void this.refresh();
  }

  cancel(): void {
    this._current()?.checker.cancel();
  }

  opening(panel: NotebookPanel): IOpen | null {
    return this._open.get(panel.context) ?? null;
  }

  hintsShown(exercise: string): number {
    return this._memory(this.current)?.hints.get(exercise) ?? 0;
  }

  // Show one hint more; after the last, hide them all.
  showHint(exercise: string): void {
    const hints = this.current?.view(exercise)?.exercise.hints ?? [];
    const shown = this.hintsShown(exercise);
    const next = shown < hints.length ? shown + 1 : 0;
    this._memory(this.current)?.hints.set(exercise, next);
    announce(next ? `Hint ${next} of ${hints.length}: ${hints[next - 1]}` : "The hints are hidden.");
    this._changed.emit();
  }

  // The learner may turn to another notebook before the starter comes.
  async reset(exercise: string, state = this.current): Promise<void> {
    const cell = state?.view(exercise)?.cells[0];
    if (!state || !cell) return;
    try {
      const starter = await this.api.starter(state.path, exercise);
      if (cell.isDisposed) return;
      if (sourceOf(cell) === starter) {
        announce(STARTER_ALREADY);
        return state.remark(STARTER_ALREADY);
      }
      this._keepReset(state, exercise, { source: sourceOf(cell), starter });
      writeSource(cell, starter);
      announce("The answer is the starter again. “Undo reset” brings yours back.");
      state.remark("");
    } catch (error) {
      state.fail(error instanceof Error ? error.message : String(error), () => void this.reset(exercise, state));
    }
  }

  // Can a reset be taken back? Only as long as nobody wrote on.
  canUndo(exercise: string): boolean {
    const cell = this.current?.view(exercise)?.cells[0];
    const before = this._memory(this.current)?.before.get(exercise);
    return !!cell && !!before && sourceOf(cell) === before.starter;
  }

  undoReset(exercise: string): void {
    const cell = this.current?.view(exercise)?.cells[0];
    const memory = this._memory(this.current);
    if (!cell || !memory || !this.canUndo(exercise)) return;
    writeSource(cell, memory.before.get(exercise)!.source);
    this._keepReset(this.current!, exercise, null);
    announce("Your answer is back.");
    this.current?.emit();
  }

  // Choose an exercise and show its cell.
  async show(exercise: string): Promise<void> {
    const state = this.current;
    const cell = state?.view(exercise)?.cells[0];
    state?.select(exercise);
    if (cell) await reveal(this.tracker.currentWidget!.content, cell);
  }

  // Go to the cell of an exercise, to write there.
  async enter(exercise: string): Promise<void> {
    const panel = this.tracker.currentWidget;
    const cell = this.current?.view(exercise)?.cells[0];
    await this.show(exercise);
    // The learner may have gone elsewhere meanwhile.
    if (!panel || !cell || panel !== this.tracker.currentWidget || panel.content.activeCell?.model !== cell) return;
    panel.content.activate();
    panel.content.mode = "edit";
  }

  private _current(): IOpen | null {
    const panel = this.tracker.currentWidget;
    return panel && this.opening(panel);
  }

  private _memory(state: NotebookState | null): IMemory | null {
    if (!state) return null;
    const { path } = state;
    const memory = this._memories.get(path) ?? { hints: new Map(), before: readResets(this.api.address(path)) };
    this._memories.set(path, memory);
    return memory;
  }

  private _keepReset(state: NotebookState, exercise: string, reset: IReset | null): void {
    const { before } = this._memory(state)!;
    if (reset) before.set(exercise, reset);
    else before.delete(exercise);
    keepResets(this.api.address(state.path), before);
  }

  // A notebook that is renamed takes along what is kept of it.
  private _followPath(state: NotebookState): void {
    let path = state.path;
    state.context.pathChanged.connect(() => {
      const memory = this._memories.get(path);
      this._memories.delete(path);
      keepResets(this.api.address(path), new Map());
      path = state.path;
      if (!memory) return;
      this._memories.set(path, memory);
      keepResets(this.api.address(path), memory.before);
    });
  }

  private _adopt(panel: NotebookPanel): void {
    if (this._views.has(panel)) return;
    this._views.add(panel);
    if (!this._open.has(panel.context)) this._begin(panel);
    panel.content.activeCellChanged.connect(() => this._followCell(panel));
    this._followCell(panel);
    this._opened.emit(panel);
  }

  private _begin(view: NotebookPanel): void {
    const state = new NotebookState(view.context, this.api);
    this._open.set(view.context, { state, checker: new Checker(state, () => this.settings.timeLimit), view });
    state.changed.connect(() => {
      if (state === this.current) this._changed.emit();
    });
    state.settled.connect(() => void this.refreshCourse());
    this._followPath(state);
  }

  private _followCell(panel: NotebookPanel): void {
    const cell = panel.content.activeCell;
    const exercise = cell && !cell.isDisposed ? courseOf(cell.model).exercise : null;
    if (exercise) this.opening(panel)?.state.select(exercise);
  }

  private _turn(): void {
    const panel = this.tracker.currentWidget;
    if (panel) this._adopt(panel);
    const open = this._current();
    if (panel && open && open.view !== panel) {
      open.view = panel;
      this._followCell(panel);
    }
    this._changed.emit();
    void this.refresh();
  }

  private _open = new WeakMap<NotebookPanel["context"], IOpen>();
  private _views = new WeakSet<NotebookPanel>();
  private _memories = new Map<string, IMemory>();
  private _changed = new Signal<this, void>(this);
  private _opened = new Signal<this, NotebookPanel>(this);
  private _asked = 0;
}
