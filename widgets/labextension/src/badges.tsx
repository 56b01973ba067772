// The badges below the inputs of answer cells: how the exercise stands, and what the grader says of a failed answer.

import type { Cell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { ReactWidget, UseSignal } from "@jupyterlab/ui-components";
import { DisposableDelegate, type IDisposable } from "@lumino/disposable";
import { Signal } from "@lumino/signaling";
import type { PanelLayout } from "@lumino/widgets";
import * as React from "react";
import { answeredExercise } from "./answer-cells";
import type { Checker } from "./checker";
import { Button, Findings, Paragraph, Points, StatusMark, StatusText, TransientButton } from "./components";
import type { IOpenNotebook } from "./course-model";
import type { NotebookState } from "./notebook-state";
import { TranslationContext, useTranslation } from "./translation";

// Keys pressed on a badge's buttons are not for the notebook, where Enter begins to edit the cell and D twice deletes
// it; but Ctrl-S and the course's own shortcuts are to work there.
const isPlainKey = (event: KeyboardEvent): boolean => !(event.ctrlKey || event.metaKey || event.altKey);

/** Keeps plain keys on badges from Jupyter's shortcuts; disposing of the result ends that. */
export function installBadgeKeys(): IDisposable {
  const mark = (event: KeyboardEvent) => {
    const badge = event.target instanceof Element && event.target.closest<HTMLElement>(".cs231n-Badge");
    if (badge) badge.toggleAttribute("data-lm-suppress-shortcuts", isPlainKey(event));
  };
  // The window hears of a key before the document, where Lumino listens and asks for that mark.
  window.addEventListener("keydown", mark, true);
  return new DisposableDelegate(() => window.removeEventListener("keydown", mark, true));
}

/** The badge of one answer cell. */
class Badge extends ReactWidget {
  constructor(
    readonly cell: Cell,
    readonly exerciseId: string,
    private _notebook: IOpenNotebook,
  ) {
    super();
    this.addClass("cs231n-Badge");
    this.node.addEventListener("keydown", (event) => isPlainKey(event) && event.stopPropagation());
  }

  render(): JSX.Element {
    const { state, checker } = this._notebook;
    return (
      <TranslationContext.Provider value={state.trans}>
        <UseSignal signal={state.changed}>
          {() => <BadgeView cell={this.cell} exerciseId={this.exerciseId} state={state} checker={checker} />}
        </UseSignal>
      </TranslationContext.Provider>
    );
  }
}

interface IBadgeProps {
  cell: Cell;
  exerciseId: string;
  state: NotebookState;
  checker: Checker;
}

function BadgeView({ cell, exerciseId, state, checker }: IBadgeProps): JSX.Element | null {
  const trans = useTranslation();
  const view = state.view(exerciseId);
  if (!view) return null;
  const { exercise, points, problem } = view;
  const isCopy = view.cells.length > 1 && view.cells[0] !== cell.model;
  const status = isCopy ? "unchecked" : view.status;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and looks like one.
    <div
      className="cs231n-Badge-frame"
      role="group"
      aria-label={trans.__("Exercise %1", exercise.title)}
      data-state={status}
    >
      <div className="cs231n-Badge-line">
        <StatusMark status={status} />
        {isCopy ? (
          <span className="cs231n-State">{trans.__("This cell does not count")}</span>
        ) : (
          <>
            <StatusText status={status} />
            <Points points={points} possible={exercise.possible} />
            <CheckButton state={state} checker={checker} id={exercise.id} title={exercise.title} />
          </>
        )}
      </div>
      {problem && <Paragraph text={problem} />}
      <Findings exercise={exercise} status={status} />
    </div>
  );
}

interface ICheckButtonProps {
  state: NotebookState;
  checker: Checker;
  id: string;
  title: string;
}

function CheckButton({ state, checker, id, title }: ICheckButtonProps): JSX.Element {
  const trans = useTranslation();
  const check = React.useRef<HTMLButtonElement>(null);
  return (
    <span className="cs231n-Buttons">
      {state.checking.has(id) && (
        <TransientButton
          label={trans.__("Cancel")}
          ariaLabel={trans.__("Cancel the check")}
          focusFallback={check}
          onClick={() => checker.cancel()}
        />
      )}
      <Button
        ref={check}
        label={trans.__("Check")}
        ariaLabel={trans.__("Check %1", title)}
        isDisabled={!state.isIdle}
        onClick={() => void checker.check([id])}
      />
    </span>
  );
}

/** Keeps the badges of one view of a notebook with its cells. Cells come, go, move and are drawn late. */
export class Badges {
  constructor(
    private _panel: NotebookPanel,
    private _notebook: IOpenNotebook,
  ) {
    _notebook.state.changed.connect(this._sync, this);
    _panel.disposed.connect(() => Signal.clearData(this)); // the notebook may have other views
    this._sync();
  }

  private _sync(): void {
    for (const [cell, badge] of this._badges) {
      if (cell.isDisposed || badge.isDisposed || this._exerciseOf(cell) !== badge.exerciseId) {
        badge.dispose();
        this._badges.delete(cell);
      }
    }
    for (const cell of this._panel.content.widgets) {
      if (this._badges.has(cell) || this._pending.has(cell)) continue;
      if (this._exerciseOf(cell) !== null) void this._attach(cell);
    }
  }

  /** Returns the exercise that a cell's badge is for, or null if it should have none. */
  private _exerciseOf(cell: Cell): string | null {
    const exerciseId = answeredExercise(cell.model);
    return this._notebook.state.view(exerciseId) ? exerciseId : null;
  }

  private async _attach(cell: Cell): Promise<void> {
    this._pending.add(cell);
    await cell.ready.catch(() => undefined);
    this._pending.delete(cell);
    if (cell.isDisposed || this._notebook.state.isDisposed) return;
    const exerciseId = this._exerciseOf(cell);
    if (exerciseId === null) return;
    const badge = new Badge(cell, exerciseId, this._notebook);
    const layout = cell.layout as PanelLayout;
    const input = layout.widgets.findIndex((part) => part.hasClass("jp-Cell-inputWrapper"));
    layout.insertWidget(input + 1, badge);
    this._badges.set(cell, badge);
  }

  private _badges = new Map<Cell, Badge>();
  private _pending = new WeakSet<Cell>();
}
