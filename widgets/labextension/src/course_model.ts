// The whole of what the panel shows: the course, and the notebook that is open.

import { PathExt } from "@jupyterlab/coreutils";
import type { INotebookTracker, NotebookPanel } from "@jupyterlab/notebook";
import { type ISignal, Signal } from "@lumino/signaling";
import { announce } from "./announcer";
import { reveal, sourceOf, writeSource } from "./answers";
import { ApiError, type CourseApi } from "./api";
import { Checker } from "./checking";
import { NotebookState } from "./notebook_state";
import type { ISettings } from "./settings";
import type { IChapter, ICourse } from "./types";

interface IOpen {
  state: NotebookState;
  checker: Checker;
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

  get opened(): ISignal<this, NotebookState> {
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

  // Try again what went wrong: a check, or else to ask the server.
  async retry(): Promise<void> {
    const open = this._current();
    if (open?.checker.failed) await open.checker.check(open.checker.failed.ids);
    else await this.refresh();
  }

  cancel(): void {
    this._current()?.checker.cancel();
  }

  checkerOf(panel: NotebookPanel | null): Checker | null {
    return (panel && this._open.get(panel)?.checker) || null;
  }

  stateOf(panel: NotebookPanel | null): NotebookState | null {
    return (panel && this._open.get(panel)?.state) || null;
  }

  hintsShown(exercise: string): number {
    return this._hints.get(this._key(exercise)) ?? 0;
  }

  // Show one hint more; after the last, hide them all.
  showHint(exercise: string): void {
    const hints = this.current?.view(exercise)?.exercise.hints ?? [];
    const shown = this.hintsShown(exercise);
    const next = shown < hints.length ? shown + 1 : 0;
    this._hints.set(this._key(exercise), next);
    announce(next ? `Hint ${next} of ${hints.length}: ${hints[next - 1]}` : "The hints are hidden.");
    this._changed.emit();
  }

  async reset(exercise: string): Promise<void> {
    const state = this.current;
    const cell = state?.view(exercise)?.cells[0];
    if (!state || !cell) return;
    try {
      const starter = await this.api.starter(state.path, exercise);
      if (cell.isDisposed) return;
      if (sourceOf(cell) === starter) return state.say("This answer is the starter already.");
      this._before.set(this._key(exercise), { source: sourceOf(cell), starter });
      writeSource(cell, starter);
      announce("The answer is the starter again. “Undo reset” brings yours back.");
    } catch (error) {
      state.say(error instanceof Error ? error.message : String(error), true);
    }
    state.emit();
  }

  // Can a reset be taken back? Only as long as nobody wrote on.
  canUndo(exercise: string): boolean {
    const cell = this.current?.view(exercise)?.cells[0];
    const before = this._before.get(this._key(exercise));
    return !!cell && !!before && sourceOf(cell) === before.starter;
  }

  undoReset(exercise: string): void {
    const cell = this.current?.view(exercise)?.cells[0];
    if (!cell || !this.canUndo(exercise)) return;
    writeSource(cell, this._before.get(this._key(exercise))!.source);
    this._before.delete(this._key(exercise));
    announce("Your answer is back.");
    this.current?.emit();
  }

  // Choose an exercise and show its cell.
  async show(exercise: string): Promise<void> {
    const state = this.current;
    const cell = state?.view(exercise)?.cells[0];
    state?.select(exercise);
    if (state && cell) await reveal(state.panel.content, cell);
  }

  // Go to the cell of an exercise, to write there.
  async enter(exercise: string): Promise<void> {
    await this.show(exercise);
    const content = this.current?.panel.content;
    if (!content || !this.current?.view(exercise)?.cells.length) return;
    content.activate();
    content.mode = "edit";
  }

  private _current(): IOpen | null {
    const panel = this.tracker.currentWidget;
    return (panel && this._open.get(panel)) || null;
  }

  private _key(exercise: string): string {
    return `${this.current?.path} ${exercise}`;
  }

  private _adopt(panel: NotebookPanel): void {
    if (this._open.has(panel)) return;
    const state = new NotebookState(panel, this.api);
    this._open.set(panel, { state, checker: new Checker(state, () => this.settings.timeLimit) });
    state.changed.connect(() => {
      if (state === this.current) this._changed.emit();
    });
    state.settled.connect(() => {
      if (state === this.current) void this.refreshCourse();
    });
    this._opened.emit(state);
  }

  private _turn(): void {
    const panel = this.tracker.currentWidget;
    if (panel) this._adopt(panel);
    this._changed.emit();
    void this.refresh();
  }

  private _open = new WeakMap<NotebookPanel, IOpen>();
  private _hints = new Map<string, number>();
  private _before = new Map<string, { source: string; starter: string }>();
  private _changed = new Signal<this, void>(this);
  private _opened = new Signal<this, NotebookState>(this);
  private _asked = 0;
}
