// One run of checks for one notebook: save, ask, show what comes, and stop when told to.

import { announce } from "./announcer";
import { pause, sourceOf } from "./answers";
import { ApiError } from "./api";
import type { NotebookState } from "./notebook_state";
import type { CheckEvent, IExercise } from "./types";
import {
  CANCELLED,
  CANCELLED_UNKEPT,
  CUT_SHORT,
  NOT_SAVED,
  ON_DISK,
  pointWords,
  READ_ONLY,
  verdictWords,
} from "./words";

const LATE = 3000; // milliseconds in which the server may not yet have heard that a run of ours was cancelled

export class Checker {
  constructor(
    private _state: NotebookState,
    private _timeLimit: () => number,
  ) {
    _state.context.disposed.connect(() => this.cancel());
    _state.context.saveState.connect((_, saving) => saving === "started" && this._remember());
  }

  // Check some exercises, or all: ids is then null. While a run is under way, wishes wait for its end.
  async check(ids: string[] | null): Promise<void> {
    const state = this._state;
    if (!state.info?.ours) return;
    if (state.running) {
      const all = ids === null || this._next?.ids === null;
      this._next = { ids: all ? null : [...new Set([...(this._next?.ids ?? []), ...ids])] };
      return;
    }
    const abort = (this._abort = new AbortController());
    this._held.clear();
    this._remember();
    this._begin(ids ?? state.info.exercises.map((one) => one.id));
    try {
      await this._save(abort.signal);
      await this._follow(ids, abort.signal);
      this._end("");
    } catch (error) {
      if (!abort.signal.aborted) this._fail(error, ids);
      else this._end(state.unkept.size ? CANCELLED_UNKEPT : CANCELLED);
    }
  }

  cancel(): void {
    this._next = null;
    if (this._abort) this._cancelled = Date.now();
    this._abort?.abort();
  }

  private _begin(ids: string[]): void {
    const state = this._state;
    state.begin(ids);
    const title = ids.length === 1 ? (state.view(ids[0])?.exercise.title ?? ids[0]) : `${ids.length} exercises`;
    announce(`Checking ${title}.`);
    state.say(`Checking ${title}…`);
  }

  private _end(last: string): void {
    const state = this._state;
    const next = this._close();
    if (state.isDisposed) return;
    if (last) announce(last);
    state.say(last);
    if (next) void this.check(next.ids);
    else void state.refresh(); // the file's own word replaces what came in pieces
  }

  private _fail(error: unknown, ids: string[] | null): void {
    this._close();
    if (this._state.isDisposed) return;
    this._state.fail(reason(error), () => void this.check(ids), !(error instanceof ApiError));
  }

  // The run is over: give the wish that waited for that.
  private _close(): Checker["_next"] {
    const next = this._next;
    this._next = this._abort = null;
    this._state.end();
    return next;
  }

  private async _save(signal: AbortSignal): Promise<void> {
    const { saver } = this._state;
    if (!saver?.needed || !saver.possible) return;
    this._state.say("Saving the notebook…");
    const cancelled = new Promise((_, reject) => signal.addEventListener("abort", reject, { once: true }));
    try {
      await Promise.race([saver.save(), cancelled]);
    } catch {
      throw new Error(NOT_SAVED);
    }
  }

  // Show each event of a run.
  private async _follow(ids: string[] | null, signal: AbortSignal): Promise<void> {
    for await (const event of this._events(ids, signal)) {
      if (this._state.isDisposed) return;
      if (event.event === "error") throw new Error(event.message);
      if (event.event === "done") return this._done(event);
      this._show(event);
    }
    throw new Error(CUT_SHORT);
  }

  private async *_events(ids: string[] | null, signal: AbortSignal): AsyncGenerator<CheckEvent> {
    const { api, path } = this._state;
    for (;;) {
      try {
        return yield* api.check(path, ids, this._timeLimit(), signal);
      } catch (error) {
        const ours = error instanceof ApiError && error.status === 409 && Date.now() < this._cancelled + LATE;
        if (!ours) throw error;
        await pause(200);
      }
    }
  }

  private _show(event: CheckEvent): void {
    const state = this._state;
    if (event.event === "queued") {
      state.say(event.ahead === 1 ? "One other check comes first…" : `${event.ahead} other checks come first…`);
    } else if (event.event === "started") {
      state.say(event.exercises.length > 1 ? `Checking ${event.exercises.length} exercises…` : "Checking…");
    } else if (event.event === "exercise") {
      const { exercise, stored } = event;
      if (stored) state.unkept.set(exercise.id, stored);
      else state.unkept.delete(exercise.id);
      state.put(exercise);
      state.checking.delete(exercise.id);
      if (this._isForeign(exercise)) throw new Error(state.saver?.possible === false ? READ_ONLY : ON_DISK);
      const { title, possible, words } = exercise;
      const { shown, points } = state.view(exercise.id) ?? { shown: exercise.state, points: exercise.points };
      announce(verdictWords(title, shown, points, possible, words));
      if (state.checking.size) state.say(`Checking… ${state.checking.size} to go`);
      else state.emit();
    }
  }

  // Keep what the cells hold when a run begins and whenever the notebook is saved: one of these the file should hold.
  private _remember(): void {
    for (const { exercise, cells } of this._state.views) {
      if (cells.length) this._held.set(exercise.id, [...(this._held.get(exercise.id) ?? []), sourceOf(cells[0])]);
    }
  }

  // Was an answer graded that this tab neither shows nor has saved?
  private _isForeign({ id, answer }: IExercise): boolean {
    const cell = this._state.view(id)?.cells[0];
    return answer !== null && !!cell && sourceOf(cell) !== answer && !this._held.get(id)?.includes(answer);
  }

  private _done({ notes, stored }: Extract<CheckEvent, { event: "done" }>): void {
    const state = this._state;
    if (state.info) Object.assign(state.info, { notes, stored: stored ?? state.whyUnkept });
    const total = `${pointWords(state.points, state.possible)} in this chapter.`;
    announce([total, ...notes, stored].filter(Boolean).join(" "));
  }

  private _held = new Map<string, string[]>();
  private _cancelled = 0;
  private _next: { ids: string[] | null } | null = null;
  private _abort: AbortController | null = null;
}

function reason(error: unknown): string {
  // What breaks in the middle of a stream is the connection.
  return error instanceof TypeError
    ? CUT_SHORT
    : error instanceof ApiError || error instanceof Error
      ? error.message
      : String(error);
}
