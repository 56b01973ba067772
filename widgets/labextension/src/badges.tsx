// Beside each answer cell: how its exercise stands, and below a failed one what the grader says.

import type { Cell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { ReactWidget, UseSignal } from "@jupyterlab/ui-components";
import { DisposableDelegate, type IDisposable } from "@lumino/disposable";
import { Signal } from "@lumino/signaling";
import type { PanelLayout } from "@lumino/widgets";
import * as React from "react";
import { courseOf, isAnswer } from "./answers";
import type { Checker } from "./checking";
import type { NotebookState } from "./notebook_state";
import { Button, Findings, Mark, PassingButton, Points, StateWord, Words } from "./parts";
import { COPY } from "./words";

// Keys pressed on a badge's buttons are not for the notebook, where Enter begins to edit the cell and D twice deletes
// it; but Ctrl-S and the course's own shortcuts are to work there.
const plain = (event: KeyboardEvent): boolean => !(event.ctrlKey || event.metaKey || event.altKey);

export function installBadgeKeys(): IDisposable {
  const mark = (event: KeyboardEvent) => {
    const badge = event.target instanceof Element && event.target.closest<HTMLElement>(".cs231n-Badge");
    if (badge) badge.toggleAttribute("data-lm-suppress-shortcuts", plain(event));
  };
  // The window hears of a key before the document, where Lumino listens and asks for that mark.
  window.addEventListener("keydown", mark, true);
  return new DisposableDelegate(() => window.removeEventListener("keydown", mark, true));
}

class Badge extends ReactWidget {
  constructor(
    readonly cell: Cell,
    readonly exercise: string,
    private _state: NotebookState,
    private _checker: Checker,
  ) {
    super();
    this.addClass("cs231n-Badge");
    this.node.addEventListener("keydown", (event) => plain(event) && event.stopPropagation());
  }

  render(): JSX.Element {
    return <UseSignal signal={this._state.changed}>{() => this._draw()}</UseSignal>;
  }

  private _draw(): JSX.Element | null {
    const view = this._state.view(this.exercise);
    if (!view) return null;
    const { exercise, points, problem } = view;
    const copy = view.cells.length > 1 && view.cells[0] !== this.cell.model;
    const shown = copy ? "unchecked" : view.shown;
    return (
      <div className="cs231n-Badge-frame" role="group" aria-label={`Exercise ${exercise.title}`} data-state={shown}>
        <div className="cs231n-Badge-line">
          <Mark shown={shown} />
          {copy ? <span className="cs231n-State">{COPY}</span> : <StateWord shown={shown} />}
          {!copy && <Points points={points} possible={exercise.possible} />}
          {!copy && <CheckButton state={this._state} checker={this._checker} id={exercise.id} title={exercise.title} />}
        </div>
        {problem && <Words text={problem} />}
        <Findings exercise={exercise} shown={shown} />
      </div>
    );
  }
}

interface ICheckButton {
  state: NotebookState;
  checker: Checker;
  id: string;
  title: string;
}

function CheckButton({ state, checker, id, title }: ICheckButton): JSX.Element {
  const heir = React.useRef<HTMLButtonElement>(null);
  return (
    <span className="cs231n-Buttons">
      {state.checking.has(id) && (
        <PassingButton label="Cancel" spoken="Cancel the check" heir={heir} onClick={() => checker.cancel()} />
      )}
      <Button
        ref={heir}
        label="Check"
        spoken={`Check ${title}`}
        disabled={!state.idle}
        onClick={() => void checker.check([id])}
      />
    </span>
  );
}

// Keeps the badges of one view of a notebook with its cells. Cells come, go, move and are drawn late.
export class Badges {
  constructor(
    private _panel: NotebookPanel,
    private _state: NotebookState,
    private _checker: Checker,
  ) {
    _state.changed.connect(this.sync, this);
    _panel.disposed.connect(() => Signal.clearData(this)); // the notebook may have other views
    this.sync();
  }

  sync(): void {
    for (const [cell, badge] of this._badges) {
      if (
        cell.isDisposed ||
        badge.isDisposed ||
        !this._wanted(cell) ||
        courseOf(cell.model).exercise !== badge.exercise
      ) {
        badge.dispose();
        this._badges.delete(cell);
      }
    }
    for (const cell of this._panel.content.widgets) {
      if (this._wanted(cell) && !this._badges.has(cell) && !this._waiting.has(cell)) void this._attach(cell);
    }
  }

  private _wanted(cell: Cell): boolean {
    return isAnswer(cell.model) && this._state.view(courseOf(cell.model).exercise!) !== null;
  }

  private async _attach(cell: Cell): Promise<void> {
    this._waiting.add(cell);
    await cell.ready.catch(() => undefined);
    this._waiting.delete(cell);
    if (cell.isDisposed || this._state.isDisposed || !this._wanted(cell)) return;
    const badge = new Badge(cell, courseOf(cell.model).exercise!, this._state, this._checker);
    const layout = cell.layout as PanelLayout;
    const input = layout.widgets.findIndex((part) => part.hasClass("jp-Cell-inputWrapper"));
    layout.insertWidget(input + 1, badge);
    this._badges.set(cell, badge);
  }

  private _badges = new Map<Cell, Badge>();
  private _waiting = new WeakSet<Cell>();
}
