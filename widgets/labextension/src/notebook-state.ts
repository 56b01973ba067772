// What the panel knows about one open notebook: what the server says of each exercise, and what the live cells say. All
// views of the notebook share it.

import type { ICellModel } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import type { TranslationBundle } from "@jupyterlab/translation";
import { Debouncer } from "@lumino/polling";
import { type ISignal, Signal } from "@lumino/signaling";
import { announce } from "./announcer";
import { answerCells, answeredExercise, keepFirstFromDeletion, sourceOf } from "./answer-cells";
import type { CourseApi } from "./api";
import { cellCountProblem, checkedElsewhereText, otherCellProblem, textCellProblem } from "./messages";
import { errorText, type INote, isFault, type NoteKind } from "./note";
import { Saver } from "./saver";
import type { ExerciseStatus, IExercise, INotebook } from "./types";

/** How an exercise stands by its last check; "unwritten" is a failed answer that is still the starter. */
export type JudgedStatus = ExerciseStatus | "unwritten";

/** How an exercise is shown. */
export type DisplayStatus = JudgedStatus | "checking";

/** One exercise as it stands now, by the server's last word and the live cells. */
export interface IExerciseView {
  exercise: IExercise;
  status: DisplayStatus;
  /** Its status apart from a check that is under way. */
  judged: JudgedStatus;
  points: number;
  /** The cells that hold its answer, the one that counts first. */
  cells: ICellModel[];
  /** What is wrong with these cells, or null. */
  problem: string | null;
}

const POLL_INTERVAL = 2000; // milliseconds until the server is asked again about a notebook that is checked elsewhere
const REDRAW_DELAY = 150; // milliseconds of quiet after the last key

/** The state of one open notebook. */
export class NotebookState {
  constructor(
    readonly context: NotebookPanel["context"],
    readonly api: CourseApi,
    readonly trans: TranslationBundle,
  ) {
    void context.ready.then(() => this._connect()).catch(() => undefined);
    context.disposed.connect(() => this.dispose());
  }

  /** What the server said of the notebook last. */
  info: INotebook | null = null;
  /** Exercises that wait for their verdict from the check under way in this tab, by id. */
  readonly checking = new Set<string>();
  /** Why results could not be saved, by exercise: the server knows that only once it tries. */
  readonly saveErrors = new Map<string, string>();
  /** Whether a check is under way in this tab. Its last exercise may be judged before it is over. */
  running = false;
  saver: Saver | null = null;

  /** Fires when something is to be shown anew. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Fires when the server was asked: the course's progress may have changed. */
  get refreshed(): ISignal<this, void> {
    return this._refreshed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get path(): string {
    return this.context.localPath;
  }

  /** The note to show: what was said last, else that another tab is checking. */
  get note(): INote | null {
    if (this._note || !this._checkedElsewhere) return this._note;
    return { kind: "checked-elsewhere", text: checkedElsewhereText(this.trans) };
  }

  /** All exercises, in the order of the chapter. */
  get views(): IExerciseView[] {
    return (this.info?.exercises ?? []).map((exercise) => this._view(exercise));
  }

  /** Whether a check may begin. */
  get isIdle(): boolean {
    return !!this.info?.in_course && this.checking.size === 0 && !this._checkedElsewhere;
  }

  /** Returns one exercise, or null if the notebook has none of that id. */
  view(id: string | null): IExerciseView | null {
    const exercise = this.info?.exercises.find((one) => one.id === id);
    return exercise ? this._view(exercise) : null;
  }

  /** Returns the exercise to do after one that has passed: the next that has not, or null if all have. */
  exerciseAfter(id: string): IExercise | null {
    const { views } = this;
    const at = views.findIndex((view) => view.exercise.id === id);
    const inTurn = [...views.slice(at + 1), ...views.slice(0, at)];
    return inTurn.find((view) => view.judged !== "passed")?.exercise ?? null;
  }

  /** Why the latest result that could not be saved was not, or null. */
  get lastSaveError(): string | null {
    return [...this.saveErrors.values()].at(-1) ?? null;
  }

  /** The points of all exercises together. */
  get points(): number {
    return this.views.reduce((sum, view) => sum + view.points, 0);
  }

  get possible(): number {
    return (this.info?.exercises ?? []).reduce((sum, exercise) => sum + exercise.possible, 0);
  }

  /** The exercise that "this exercise" means: the one chosen, which follows the active cell. */
  get selected(): string | null {
    return this._selected ?? this.views.find((view) => view.status !== "passed")?.exercise.id ?? null;
  }

  /** Chooses an exercise. */
  select(id: string | null): void {
    if (this._selected === id) return;
    this._selected = id;
    if (!this.running && this._note && !isFault(this._note)) this._note = null;
    this.emitChanged();
  }

  /** Shows a step of the check under way. */
  progress(text: string): void {
    this._note = { kind: "progress", text };
    this.emitChanged();
  }

  /** Shows a remark, or takes the last note away. While a check is under way, its notes stay. */
  remark(text: string | null): void {
    if (!this.running) this._note = text === null ? null : { kind: "remark", text };
    this.emitChanged();
  }

  /** Shows and announces what went wrong. */
  fail(kind: NoteKind, text: string, retry?: () => void): void {
    if (text !== this._note?.text) announce(text); // what is shown already is not said again
    this._note = { kind, text, retry };
    this.emitChanged();
  }

  emitChanged(): void {
    if (!this._isDisposed) this._changed.emit();
  }

  /** Takes over what the server says of one exercise. */
  update(exercise: IExercise): void {
    const exercises = this.info?.exercises ?? [];
    const index = exercises.findIndex((one) => one.id === exercise.id);
    if (index >= 0) exercises[index] = exercise;
    const cell = this.view(exercise.id)?.cells[0];
    if (cell && !exercise.gradable) this._ungradable.set(exercise.id, sourceOf(cell));
  }

  /** Asks the server anew. An answer that a later request or a check has overtaken is dropped. */
  async refresh(): Promise<void> {
    if (this.running || this._isDisposed || !this._ready) return;
    const requestId = ++this._requestId;
    try {
      const info = await this.api.notebook(this.path);
      if (this._isOvertaken(requestId)) return;
      this.info = this._withUnsavedResults(info);
      this.info.save_error ??= this.lastSaveError;
      if (this._note?.kind === "server-fault") this._note = null;
      this._followOtherTabs(info.being_checked);
    } catch (error) {
      if (this._isOvertaken(requestId)) return;
      this._checkedElsewhere = false; // nobody knows
      this.fail("server-fault", errorText(error));
    }
    this.emitChanged();
    this._refreshed.emit();
  }

  /** Begins a check: no answer of the server to an earlier request may overwrite what comes now. */
  beginCheck(ids: string[]): void {
    this._requestId += 1;
    this.running = true;
    this._checkedElsewhere = false; // if it is, the server refuses this check
    // The exercise stays the chosen one when it passes: the focus may be in it.
    if (ids.length === 1) this._selected ??= this.selected;
    for (const id of ids) this.checking.add(id);
  }

  /** Ends the check under way. */
  endCheck(): void {
    this._lastCheckEnd = Date.now();
    this.running = false;
    this.checking.clear();
  }

  dispose(): void {
    if (this._isDisposed) return;
    this._isDisposed = true;
    window.clearTimeout(this._pollTimer);
    this._redraw.dispose();
    Signal.clearData(this);
  }

  private _isOvertaken(requestId: number): boolean {
    return requestId !== this._requestId || this.running || this._isDisposed;
  }

  /** Of the cells that hold the same answer, only the one that counts can't be deleted. */
  private _letCopiesBeDeleted(): void {
    for (const { cells } of this.views) if (cells.length > 1) keepFirstFromDeletion(cells);
  }

  private _connect(): void {
    if (this._isDisposed) return;
    this._ready = true;
    const { context } = this;
    this.saver = new Saver(context);
    context.model.contentChanged.connect(() => void this._redraw.invoke());
    this._changed.connect(() => this._letCopiesBeDeleted());
    context.pathChanged.connect(() => void this.refresh());
    context.saveState.connect((_, state) => {
      if (state !== "completed") return;
      if (this._note?.kind === "not-saved") this._note = null;
      void this.refresh();
    });
    context.fileChanged.connect((_, file) => {
      if (this._note?.kind === "other-answer") this._note = null;
      if (!this.saver?.isSaving && file.path === this.path) void this.refresh();
    });
    void this.refresh();
  }

  /**
   * Returns the server's answer with those results in it that could not be saved. They stay until the page is left, or
   * until a later result of the same exercise is saved.
   */
  private _withUnsavedResults(info: INotebook): INotebook {
    const newest = (saved: IExercise): IExercise => {
      const shown = this.saveErrors.has(saved.id) && this.info?.exercises.find((one) => one.id === saved.id);
      if (shown && (shown.checked_at ?? "") >= (saved.checked_at ?? "")) {
        const { cell_id, cell_problem, gradable } = saved; // these are about the saved cell, not about a check
        return { ...shown, cell_id, cell_problem, gradable };
      }
      this.saveErrors.delete(saved.id);
      return saved;
    };
    return { ...info, exercises: info.exercises.map(newest) };
  }

  private _view(exercise: IExercise): IExerciseView {
    const cells = answerCells(Array.from(this.context.model.cells), exercise.id, exercise.cell_id);
    const source = cells.length ? sourceOf(cells[0]) : null;
    const isStale = exercise.checked_source !== null && source !== exercise.checked_source;
    const saved = exercise.status === "failed" && exercise.unwritten ? "unwritten" : exercise.status;
    const judged = saved !== "unchecked" && isStale ? "changed" : saved;
    const status = this.checking.has(exercise.id) ? "checking" : judged;
    const points = judged === "changed" || judged === "unchecked" ? 0 : exercise.points;
    return { exercise, status, judged, points, cells, problem: this._problemOf(exercise, cells) };
  }

  /**
   * Returns what is wrong with an answer's cells. The live ones know better than the file, once they differ from it;
   * that the notebook is unsaved is not enough, for a kernel that starts writes into it, too.
   */
  private _problemOf(exercise: IExercise, cells: ICellModel[]): string | null {
    if (cells.length !== 1) return cellCountProblem(this.trans, cells.length);
    const [cell] = cells;
    if (cell.type !== "code") return textCellProblem(this.trans);
    if (answeredExercise(cell) === null) return exercise.cell_problem ?? otherCellProblem(this.trans);
    const source = sourceOf(cell);
    if (!exercise.gradable && !this.context.model.dirty) this._ungradable.set(exercise.id, source);
    return exercise.gradable || this._ungradable.get(exercise.id) !== source ? null : exercise.cell_problem;
  }

  /** While another tab checks, asks again until it is done. The server needs a moment to end a check of this tab. */
  private _followOtherTabs(beingChecked: boolean): void {
    window.clearTimeout(this._pollTimer);
    const isEnding = Date.now() - this._lastCheckEnd < POLL_INTERVAL;
    const wasElsewhere = this._checkedElsewhere;
    this._checkedElsewhere = beingChecked && !isEnding;
    if (this._checkedElsewhere) {
      if (!wasElsewhere) announce(checkedElsewhereText(this.trans));
      this._note = null;
    }
    if (!beingChecked) return;
    this._pollTimer = window.setTimeout(() => void this.refresh(), isEnding ? POLL_INTERVAL / 5 : POLL_INTERVAL);
  }

  private _changed = new Signal<this, void>(this);
  private _refreshed = new Signal<this, void>(this);
  private _redraw = new Debouncer(() => this.emitChanged(), REDRAW_DELAY);
  private _note: INote | null = null;
  private _checkedElsewhere = false;
  private _selected: string | null = null;
  private _ungradable = new Map<string, string>(); // sources that could not be graded, by exercise
  private _requestId = 0;
  private _pollTimer = 0;
  private _lastCheckEnd = 0;
  private _ready = false;
  private _isDisposed = false;
}
