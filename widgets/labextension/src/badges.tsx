// The badges below the inputs of answer cells: how the exercise stands, and what the grader says of a failed answer.

import type { Cell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { ReactWidget, UseSignal } from "@jupyterlab/ui-components";
import * as React from "react";
import { answeredExercise } from "./answer-cells";
import { CellParts } from "./cell-parts";
import type { Checker } from "./checker";
import { Button, Findings, Paragraph, Points, StatusMark, StatusText, TransientButton } from "./components";
import type { IOpenNotebook } from "./course-model";
import type { NotebookState } from "./notebook-state";
import { TranslationContext, useTranslation } from "./translation";

/** The badge of one answer cell. */
class Badge extends ReactWidget {
  constructor(
    readonly cell: Cell,
    readonly exerciseId: string,
    private _notebook: IOpenNotebook,
  ) {
    super();
    this.addClass("cs231n-Badge");
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

/** Shows the badges of one view of a notebook. */
export function showBadges(panel: NotebookPanel, notebook: IOpenNotebook): void {
  const { state } = notebook;
  const badges = new CellParts<Badge>(panel, {
    place: "below the input",
    keyOf: (cell) => {
      const exerciseId = answeredExercise(cell.model);
      return state.view(exerciseId) && exerciseId;
    },
    make: (cell, exerciseId) => new Badge(cell, exerciseId, notebook),
  });
  const sync = () => badges.sync();
  state.changed.connect(sync);
  panel.disposed.connect(() => state.changed.disconnect(sync)); // the notebook may have other views
  sync();
}
