// What the panel knows about one open notebook: the server's word on each exercise, and what the live cells say. All
// views of the notebook share it.

import type { ICellModel } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { Debouncer } from "@lumino/polling";
import { type ISignal, Signal } from "@lumino/signaling";
import { announce } from "./announcer";
import { answerCells, isAnswer, sourceOf } from "./answers";
import { ApiError, type CourseApi } from "./api";
import { Saver } from "./saving";
import type { IExercise, INotebook } from "./types";
import { cellProblem, ELSEWHERE, NOT_SAVED, ODD_CELL, ON_DISK, type Shown, TEXT_CELL } from "./words";

// One exercise as it is shown now.
export interface IView {
  exercise: IExercise;
  shown: Shown;
  points: number;
  cells: ICellModel[];
  problem: string | null;
}

export interface INote {
  text: string;
  fault: boolean;
  again?: () => void; // what to try again; without it, to ask the server
  stays?: boolean; // a fault that does not go when the server answers
}

const PATIENCE = 2000; // milliseconds until a notebook that is checked elsewhere is asked about again

export class NotebookState {
  constructor(
    readonly context: NotebookPanel["context"],
    readonly api: CourseApi,
  ) {
    void context.ready.then(() => this._connect()).catch(() => undefined);
    context.disposed.connect(() => this.dispose());
  }

  // Exercises under way in this tab, by id.
  readonly checking = new Set<string>();
  info: INotebook | null = null;
  note: INote | null = null;
  // Exercises whose result could not be kept, and why: the server knows that only once it tries.
  readonly unkept = new Map<string, string>();
  // Is a run under way? Its last exercise may be judged before it is over.
  running = false;
  saver: Saver | null = null;

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  // Fires when the server was asked: the course's progress may be another.
  get settled(): ISignal<this, void> {
    return this._settled;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get path(): string {
    return this.context.localPath;
  }

  get views(): IView[] {
    return (this.info?.exercises ?? []).map((exercise) => this._view(exercise));
  }

  get idle(): boolean {
    return !!this.info?.ours && this.checking.size === 0 && this.note?.text !== ELSEWHERE;
  }

  view(id: string | null): IView | null {
    const exercise = this.info?.exercises.find((one) => one.id === id);
    return exercise ? this._view(exercise) : null;
  }

  get whyUnkept(): string | null {
    return [...this.unkept.values()].at(-1) ?? null;
  }

  get points(): number {
    return this.views.reduce((sum, view) => sum + view.points, 0);
  }

  get possible(): number {
    return (this.info?.exercises ?? []).reduce((sum, exercise) => sum + exercise.possible, 0);
  }

  // The exercise that "this exercise" means: the one chosen, which follows the active cell.
  get selected(): string | null {
    return this._selected ?? this.views.find((view) => view.shown !== "passed")?.exercise.id ?? null;
  }

  select(id: string | null): void {
    if (this._selected === id) return;
    this._selected = id;
    if (!this.running && this.note && !this.note.fault && this.note.text !== ELSEWHERE) this.note = null;
    this.emit();
  }

  say(text: string): void {
    this.note = text ? { text, fault: false } : null;
    this.emit();
  }

  // Say it unless a run has something to say: that stays.
  remark(text: string): void {
    if (this.running) this.emit();
    else this.say(text);
  }

  fail(text: string, again?: () => void, stays = false): void {
    if (text !== this.note?.text) announce(text);
    this.note = { text, fault: true, again, stays };
    this.emit();
  }

  emit(): void {
    if (!this._isDisposed) this._changed.emit();
  }

  put(exercise: IExercise): void {
    const exercises = this.info?.exercises ?? [];
    const place = exercises.findIndex((one) => one.id === exercise.id);
    if (place >= 0) exercises[place] = exercise;
    const cell = this.view(exercise.id)?.cells[0];
    if (cell && !exercise.taken) this._refused.set(exercise.id, sourceOf(cell));
  }

  // Ask the server anew. An answer that a later question or a run has overtaken is dropped.
  async refresh(): Promise<void> {
    if (this.running || this._isDisposed || !this._ready) return;
    const asked = ++this._asked;
    try {
      const info = await this.api.notebook(this.path);
      if (this._overtaken(asked)) return;
      this.info = this._keeping(info);
      this.info.stored ??= this.whyUnkept;
      if (this.note?.fault && !this.note.stays) this.note = null;
      this._watch(info.busy);
    } catch (error) {
      if (this._overtaken(asked)) return;
      this.fail(error instanceof ApiError ? error.message : String(error));
    }
    this.emit();
    this._settled.emit();
  }

  // A run begins: no answer of the server that is under way may overwrite what comes now.
  begin(ids: string[]): void {
    this._asked += 1;
    this.running = true;
    // It stays the chosen one when it passes: the focus may be in it.
    if (ids.length === 1) this._selected ??= this.selected;
    ids.forEach((id) => this.checking.add(id));
  }

  end(): void {
    this._ended = Date.now();
    this.running = false;
    this.checking.clear();
  }

  dispose(): void {
    if (this._isDisposed) return;
    this._isDisposed = true;
    window.clearTimeout(this._timer);
    this._soon.dispose();
    Signal.clearData(this);
  }

  private _overtaken(asked: number): boolean {
    return asked !== this._asked || this.running || this._isDisposed;
  }

  private _connect(): void {
    if (this._isDisposed) return;
    this._ready = true;
    const { context } = this;
    this.saver = new Saver(context);
    context.model.contentChanged.connect(() => void this._soon.invoke());
    context.pathChanged.connect(() => void this.refresh());
    context.saveState.connect((_, state) => {
      if (state !== "completed") return;
      if (this.note?.text === NOT_SAVED) this.note = null;
      void this.refresh();
    });
    context.fileChanged.connect((_, file) => {
      if (this.note?.text === ON_DISK) this.note = null; // it was saved here, or loaded anew
      if (!this.saver?.running && file.path === this.path) void this.refresh();
    });
    void this.refresh();
  }

  // What could not be kept stays until the page is left, or a later result can be.
  private _keeping(info: INotebook): INotebook {
    const kept = (one: IExercise) => {
      const old = this.unkept.has(one.id) && this.info?.exercises.find((other) => other.id === one.id);
      if (old && (old.checked_at ?? "") >= (one.checked_at ?? "")) return { ...old, ...cellOf(one) };
      this.unkept.delete(one.id);
      return one;
    };
    return { ...info, exercises: info.exercises.map(kept) };
  }

  private _view(exercise: IExercise): IView {
    const cells = answerCells(Array.from(this.context.model.cells), exercise.id, exercise.cell);
    const live = cells.length ? sourceOf(cells[0]) : null;
    const stale = exercise.answer !== null && live !== exercise.answer;
    const state = exercise.state === "failed" && !exercise.written ? "unwritten" : exercise.state;
    const judged = state !== "unchecked" && stale ? "changed" : state;
    const shown = this.checking.has(exercise.id) ? "checking" : judged;
    const points = judged === "changed" || judged === "unchecked" ? 0 : exercise.points;
    return { exercise, shown, points, cells, problem: this._problemOf(exercise, cells) };
  }

  // What is wrong with an answer's cells. The live ones know better than the file, once they differ from it; that the
  // notebook is unsaved is not enough, for a kernel that starts writes into it, too.
  private _problemOf(exercise: IExercise, cells: ICellModel[]): string | null {
    if (cells.length !== 1) return cellProblem(cells.length);
    if (cells[0].type !== "code") return TEXT_CELL;
    if (!isAnswer(cells[0])) return exercise.problem ?? ODD_CELL;
    const source = sourceOf(cells[0]);
    if (!exercise.taken && !this.context.model.dirty) this._refused.set(exercise.id, source);
    return exercise.taken || this._refused.get(exercise.id) !== source ? null : exercise.problem;
  }

  // While another tab checks, ask again until it is done. The server needs a moment to end a run of ours.
  private _watch(busy: boolean): void {
    window.clearTimeout(this._timer);
    const ending = Date.now() - this._ended < PATIENCE;
    if (busy && !ending) this._sayElsewhere();
    else if (this.note?.text === ELSEWHERE) this.note = null;
    if (busy) this._timer = window.setTimeout(() => void this.refresh(), ending ? PATIENCE / 5 : PATIENCE);
  }

  private _sayElsewhere(): void {
    if (this.note?.text !== ELSEWHERE) announce(ELSEWHERE);
    this.note = { text: ELSEWHERE, fault: false };
  }

  private _changed = new Signal<this, void>(this);
  private _settled = new Signal<this, void>(this);
  private _soon = new Debouncer(() => this.emit(), 150);
  private _selected: string | null = null;
  private _refused = new Map<string, string>(); // answers that could not be graded, by exercise
  private _asked = 0;
  private _timer = 0;
  private _ended = 0;
  private _ready = false;
  private _isDisposed = false;
}

// What the server says of the cell that holds an answer, and not of its last check.
function cellOf({ cell, problem, taken }: IExercise): Partial<IExercise> {
  return { cell, problem, taken };
}
