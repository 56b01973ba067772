// The badges below the inputs of answer cells: how the exercise stands, and what the grader says of a failed answer.

import type { Cell } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { ReactWidget, UseSignal } from "@jupyterlab/ui-components";
import * as React from "react";
import { answeredExercise, checkedExercise, sourceOf } from "./answer-cells";
import { Ask } from "./ask";
import { CellParts } from "./cell-parts";
import type { Checker } from "./checker";
import { Button, Findings, NextButton, Paragraph, Points, StatusMark, StatusText, TransientButton } from "./components";
import type { CourseModel, IOpenNotebook } from "./course-model";
import type { NotebookState } from "./notebook-state";
import { TranslationContext, useTranslation } from "./translation";
import type { IExercise } from "./types";

/** The badge of one answer cell. */
class Badge extends ReactWidget {
  constructor(
    readonly cell: Cell,
    readonly exerciseId: string,
    private _notebook: IOpenNotebook,
    private _model: CourseModel,
    private _rendermime: IRenderMimeRegistry,
  ) {
    super();
    this.addClass("cs231n-Badge");
  }

  render(): JSX.Element {
    const { state } = this._notebook;
    const props = { cell: this.cell, exerciseId: this.exerciseId, notebook: this._notebook };
    return (
      <TranslationContext.Provider value={state.trans}>
        <UseSignal signal={state.changed}>
          {() => <BadgeView {...props} model={this._model} rendermime={this._rendermime} />}
        </UseSignal>
      </TranslationContext.Provider>
    );
  }
}

interface IBadgeProps {
  cell: Cell;
  exerciseId: string;
  notebook: IOpenNotebook;
  model: CourseModel;
  rendermime: IRenderMimeRegistry;
}

function BadgeView({ cell, exerciseId, notebook, model, rendermime }: IBadgeProps): JSX.Element | null {
  const trans = useTranslation();
  const { state, checker } = notebook;
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
      {exercise.ask && !isCopy && <Ask cell={cell} exercise={exercise} ask={exercise.ask} rendermime={rendermime} />}
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
      {status === "passed" && <Success cell={cell} exercise={exercise} model={model} state={state} />}
    </div>
  );
}

interface ISuccessProps {
  cell: Cell;
  exercise: IExercise;
  model: CourseModel;
  state: NotebookState;
}

/** What comes after a right answer: the course's own to compare it with, and the next exercise. */
function Success({ cell, exercise, model, state }: ISuccessProps): JSX.Element {
  const trans = useTranslation();
  const [isOpen, setOpen] = React.useState(false);
  const next = state.exerciseAfter(exercise.id);
  const { reference, why } = exercise;
  const isOther = !why && reference && reference.trim() !== sourceOf(cell.model).trim();
  return (
    <div className="cs231n-Success">
      {why && <Paragraph text={why} />}
      <div className="cs231n-Buttons">
        {isOther && (
          <button
            type="button"
            className="cs231n-Button cs231n-mod-fold"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {trans.__("The course’s answer")}
          </button>
        )}
        <NextButton next={next} model={model} />
      </div>
      {isOther && isOpen && (
        <pre className="cs231n-Reference">
          <code>{reference}</code>
        </pre>
      )}
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
export function showBadges(panel: NotebookPanel, notebook: IOpenNotebook, model: CourseModel): void {
  const { state } = notebook;
  const badges = new CellParts<Badge>(panel, {
    place: "below the input",
    keyOf: (cell) => {
      const exerciseId = answeredExercise(cell.model);
      return state.view(exerciseId) && exerciseId;
    },
    make: (cell, exerciseId) => new Badge(cell, exerciseId, notebook, model, panel.content.rendermime),
  });
  const sync = () => {
    badges.sync();
    // A check that is run by hand says itself whether its value is right. Where the badge says that, once is enough.
    for (const cell of panel.content.widgets) {
      const judged = state.view(checkedExercise(cell.model))?.judged;
      cell.toggleClass("cs231n-mod-judged", judged === "passed" || judged === "failed" || judged === "unwritten");
    }
  };
  state.changed.connect(sync);
  panel.disposed.connect(() => state.changed.disconnect(sync)); // the notebook may have other views
  sync();
}
