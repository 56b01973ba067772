// One run of checks for one notebook: save, ask, show what comes, and stop when told to.

import { ApiError } from "./api";
import { announce } from "./announcer";
import type { NotebookState } from "./notebook_state";
import type { CheckEvent } from "./types";
import { CANCELLED, CANCELLED_UNKEPT, CUT_SHORT, NOT_SAVED, pointWords, verdictWords } from "./words";

interface IFailed {
  ids: string[] | null;
  words: string;
}

export class Checker {
  constructor(
    private _state: NotebookState,
    private _timeLimit: () => number,
  ) {
    _state.panel.disposed.connect(() => this.cancel());
  }

  // The run that went wrong, while the words about it are shown.
  get failed(): IFailed | null {
    return this._failed?.words === this._state.note?.text ? this._failed : null;
  }

  // Check some exercises, or all: ids is then null. While a run is under way, the last wish waits for its end.
  async check(ids: string[] | null): Promise<void> {
    const state = this._state;
    if (!state.info?.ours) return;
    if (state.running) {
      this._next = { ids };
      return;
    }
    const abort = (this._abort = new AbortController());
    this._failed = null;
    this._begin(ids ?? state.info.exercises.map((one) => one.id));
    try {
      await this._save();
      await this._follow(ids, abort.signal);
      this._end("", false);
    } catch (error) {
      if (abort.signal.aborted) this._end(state.unkept ? CANCELLED_UNKEPT : CANCELLED, false);
      else {
        this._failed = { ids, words: reason(error) };
        this._end(this._failed.words, true);
      }
    }
  }

  cancel(): void {
    this._next = null;
    this._abort?.abort();
  }

  private _begin(ids: string[]): void {
    const state = this._state;
    state.begin(ids);
    const title = ids.length === 1 ? (state.view(ids[0])?.exercise.title ?? ids[0]) : `${ids.length} exercises`;
    announce(`Checking ${title}.`);
    state.say(`Checking ${title}…`);
  }

  private _end(last: string, fault: boolean): void {
    const state = this._state;
    this._abort = null;
    state.end();
    if (state.isDisposed) return;
    if (last) announce(last);
    state.say(last, fault);
    const next = this._next;
    this._next = null;
    // After a fault, the words about it stay; else the file's own word replaces what came in pieces.
    if (fault) return;
    if (next) void this.check(next.ids);
    else void state.refresh();
  }

  private async _save(): Promise<void> {
    const { context } = this._state.panel;
    if (!context.model.dirty) return;
    this._state.say("Saving the notebook…");
    try {
      await context.save();
    } catch {
      throw new Error(NOT_SAVED);
    }
  }

  // Show each event of a run.
  private async _follow(ids: string[] | null, signal: AbortSignal): Promise<void> {
    const { api, path } = this._state;
    for await (const event of api.check(path, ids, this._timeLimit(), signal)) {
      if (this._state.isDisposed) return;
      if (event.event === "error") throw new Error(event.message);
      if (event.event === "done") return this._done(event);
      this._show(event);
    }
    throw new Error(CUT_SHORT);
  }

  private _show(event: CheckEvent): void {
    const state = this._state;
    if (event.event === "queued") {
      state.say(event.ahead === 1 ? "One other check comes first…" : `${event.ahead} other checks come first…`);
    } else if (event.event === "started") {
      state.say(event.exercises.length > 1 ? `Checking ${event.exercises.length} exercises…` : "Checking…");
    } else if (event.event === "exercise") {
      const { exercise, stored } = event;
      state.unkept = stored;
      state.put(exercise);
      state.checking.delete(exercise.id);
      const { title, points, possible, words } = exercise;
      announce(verdictWords(title, state.view(exercise.id)?.shown ?? exercise.state, points, possible, words));
      if (state.checking.size) state.say(`Checking… ${state.checking.size} to go`);
      else state.emit();
    }
  }

  private _done({ notes, stored }: Extract<CheckEvent, { event: "done" }>): void {
    const state = this._state;
    state.unkept = stored;
    if (state.info) Object.assign(state.info, { notes, stored });
    const total = `${pointWords(state.points, state.possible)} in this chapter.`;
    announce([total, ...notes, stored].filter(Boolean).join(" "));
  }

  private _failed: IFailed | null = null;
  private _next: { ids: string[] | null } | null = null;
  private _abort: AbortController | null = null;
}

function reason(error: unknown): string {
  // What breaks in the middle of a stream is the connection.
  return error instanceof TypeError ? CUT_SHORT : error instanceof ApiError || error instanceof Error ? error.message : String(error);
}
