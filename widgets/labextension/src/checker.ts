// Checks of one notebook: save it, ask the server, show what comes, and stop when told to.

import { announce } from "./announcer";
import { sourceOf } from "./answer-cells";
import { ApiError } from "./api";
import { cancelledText, cutShortText, notSavedText, otherAnswerText, totalText, verdictText } from "./messages";
import { errorText, type NoteKind } from "./note";
import type { NotebookState } from "./notebook-state";
import { pause } from "./pause";
import type { CheckEvent, IDoneEvent, IExercise, IExerciseEvent } from "./types";

const CANCEL_DELAY = 3000; // milliseconds in which the server may not yet have heard that a check was cancelled
const RETRY_DELAY = 200; // milliseconds until such a server is asked again

/** A check that could not be done, or not to its end. */
class CheckError extends Error {
  constructor(
    message: string,
    readonly kind: NoteKind = "check-fault",
  ) {
    super(message);
  }
}

/** Checks the exercises of one notebook, one check at a time. */
export class Checker {
  constructor(
    private _state: NotebookState,
    private _timeLimit: () => number,
  ) {
    _state.context.disposed.connect(() => this.cancel());
    _state.context.saveState.connect((_, saving) => saving === "started" && this._rememberSources());
  }

  /** Checks some exercises, or all if `ids` is null. While a check is under way, further ones wait for its end. */
  async check(ids: string[] | null): Promise<void> {
    const state = this._state;
    if (!state.info?.in_course) return;
    if (state.running) {
      this._queue(ids);
      return;
    }
    const abort = new AbortController();
    this._abort = abort;
    this._sources.clear();
    this._rememberSources();
    this._begin(ids ?? state.info.exercises.map((one) => one.id));
    try {
      await this._save(abort.signal);
      await this._follow(ids, abort.signal);
      this._end(null);
    } catch (error) {
      if (!abort.signal.aborted) this._fail(error, ids);
      else this._end(cancelledText(state.trans, state.saveErrors.size === 0));
    }
  }

  /** Cancels the check under way, and those that wait. */
  cancel(): void {
    this._next = null;
    if (this._abort) this._cancelTime = Date.now();
    this._abort?.abort();
  }

  private _queue(ids: string[] | null): void {
    const isAll = ids === null || this._next?.ids === null;
    this._next = { ids: isAll ? null : [...new Set([...(this._next?.ids ?? []), ...ids])] };
  }

  private _begin(ids: string[]): void {
    const state = this._state;
    const { trans } = state;
    state.beginCheck(ids);
    if (ids.length === 1) {
      const title = state.view(ids[0])?.exercise.title ?? ids[0];
      announce(trans.__("Checking %1.", title));
      state.progress(trans.__("Checking %1…", title));
    } else {
      announce(trans._n("Checking %1 exercise.", "Checking %1 exercises.", ids.length));
      state.progress(trans._n("Checking %1 exercise…", "Checking %1 exercises…", ids.length));
    }
  }

  private _end(remark: string | null): void {
    const state = this._state;
    const next = this._close();
    if (state.isDisposed) return;
    if (remark) announce(remark);
    state.remark(remark);
    if (next) void this.check(next.ids);
    else void state.refresh(); // what the server says of the file replaces what came in pieces
  }

  private _fail(error: unknown, ids: string[] | null): void {
    this._close();
    const state = this._state;
    if (state.isDisposed) return;
    const retry = () => void this.check(ids);
    if (error instanceof ApiError) state.fail("server-fault", error.message, retry);
    else if (error instanceof CheckError) state.fail(error.kind, error.message, retry);
    // What breaks in the middle of a stream is the connection.
    else state.fail("check-fault", error instanceof TypeError ? cutShortText(state.trans) : errorText(error), retry);
  }

  /** Closes the check that is over; returns the one that waited for that. */
  private _close(): Checker["_next"] {
    const next = this._next;
    this._next = null;
    this._abort = null;
    this._state.endCheck();
    return next;
  }

  private async _save(signal: AbortSignal): Promise<void> {
    const { saver, trans } = this._state;
    if (!saver?.isNeeded || !saver.isWritable) return;
    this._state.progress(trans.__("Saving the notebook…"));
    const cancelled = new Promise((_, reject) => signal.addEventListener("abort", reject, { once: true }));
    try {
      await Promise.race([saver.save(), cancelled]);
    } catch {
      throw new CheckError(notSavedText(trans), "not-saved");
    }
  }

  /** Shows each event of a check, to its end. */
  private async _follow(ids: string[] | null, signal: AbortSignal): Promise<void> {
    for await (const event of this._events(ids, signal)) {
      if (this._state.isDisposed) return;
      if (event.event === "error") throw new CheckError(event.message);
      if (event.event === "done") return this._showTotal(event);
      this._show(event);
    }
    throw new CheckError(cutShortText(this._state.trans));
  }

  private async *_events(ids: string[] | null, signal: AbortSignal): AsyncGenerator<CheckEvent> {
    const { api, path } = this._state;
    for (;;) {
      try {
        return yield* api.check({ path, exercise_ids: ids, timeout: this._timeLimit() }, signal);
      } catch (error) {
        const isConflict = error instanceof ApiError && error.status === 409;
        const mayBeOwn = Date.now() < this._cancelTime + CANCEL_DELAY; // this tab's own check is still being cancelled
        if (!isConflict || !mayBeOwn) throw error;
        await pause(RETRY_DELAY);
      }
    }
  }

  private _show(event: Exclude<CheckEvent, { event: "done" | "error" }>): void {
    const state = this._state;
    const { trans } = state;
    switch (event.event) {
      case "queued":
        state.progress(trans._n("One other check comes first…", "%1 other checks come first…", event.ahead));
        break;
      case "started": {
        const count = event.exercise_ids.length;
        state.progress(
          count > 1 ? trans._n("Checking %1 exercise…", "Checking %1 exercises…", count) : trans.__("Checking…"),
        );
        break;
      }
      case "exercise":
        this._showVerdict(event);
    }
  }

  private _showVerdict({ exercise, save_error }: IExerciseEvent): void {
    const state = this._state;
    const { trans } = state;
    if (save_error) state.saveErrors.set(exercise.id, save_error);
    else state.saveErrors.delete(exercise.id);
    state.update(exercise);
    state.checking.delete(exercise.id);
    if (this._isOtherAnswer(exercise)) {
      const writable = state.saver?.isWritable !== false;
      throw new CheckError(otherAnswerText(trans, writable), writable ? "other-answer" : "check-fault");
    }
    const { title, possible, messages } = exercise;
    const { judged, points } = state.view(exercise.id) ?? { judged: exercise.status, points: exercise.points };
    announce(verdictText(trans, title, judged, points, possible, messages));
    const left = state.checking.size;
    if (left) state.progress(trans._n("Checking… %1 to go", "Checking… %1 to go", left));
    else state.emitChanged();
  }

  /** Keeps what the cells hold when a check begins or the notebook is saved: the file should hold one of these. */
  private _rememberSources(): void {
    for (const { exercise, cells } of this._state.views) {
      if (!cells.length) continue;
      const sources = this._sources.get(exercise.id) ?? [];
      this._sources.set(exercise.id, [...sources, sourceOf(cells[0])]);
    }
  }

  /** Returns whether an answer was checked that this tab neither shows nor has saved. */
  private _isOtherAnswer({ id, checked_source }: IExercise): boolean {
    const cell = this._state.view(id)?.cells[0];
    if (checked_source === null || !cell || sourceOf(cell) === checked_source) return false;
    return !this._sources.get(id)?.includes(checked_source);
  }

  private _showTotal({ notes, save_error }: IDoneEvent): void {
    const state = this._state;
    if (state.info) Object.assign(state.info, { notes, save_error: save_error ?? state.lastSaveError });
    const total = totalText(state.trans, state.points, state.possible);
    announce([total, ...notes, save_error].filter(Boolean).join(" "));
  }

  private _sources = new Map<string, string[]>(); // that the file may hold, by exercise
  private _cancelTime = 0;
  private _next: { ids: string[] | null } | null = null;
  private _abort: AbortController | null = null;
}
