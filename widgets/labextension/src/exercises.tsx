// The exercises of the open notebook: a list, the chosen one unfolded, and what can be done.

import * as React from "react";
import {
  Button,
  Findings,
  NextButton,
  Note,
  Paragraph,
  Points,
  Progress,
  StatusMark,
  StatusText,
  TransientButton,
} from "./components";
import type { CourseModel } from "./course-model";
import { roundPoints } from "./messages";
import type { IExerciseView, NotebookState } from "./notebook-state";
import { useTranslation } from "./translation";
import type { ICheck } from "./types";

/** The section about the current notebook. */
export function OpenNotebook({ model }: { model: CourseModel }): JSX.Element | null {
  const trans = useTranslation();
  const state = model.current;
  const info = state?.info;
  if (!state || !info) return null;
  if (!info.in_course) {
    return (
      <section aria-label={trans.__("Open notebook")}>
        <Paragraph text={info.not_in_course_reason ?? trans.__("The open notebook does not belong to the course.")} />
      </section>
    );
  }
  return (
    <section aria-labelledby="cs231n-notebook">
      <h3 id="cs231n-notebook">{info.title ?? info.path}</h3>
      <div className="cs231n-Total">
        <Progress points={state.points} possible={state.possible} />
        <Points points={state.points} possible={state.possible} />
      </div>
      <Actions model={model} state={state} />
      {[...info.notes, info.save_error].map((text) => text && <Paragraph key={text} text={text} />)}
      <ul className="cs231n-Exercises">
        {state.views.map((view) => (
          <Exercise key={view.exercise.id} view={view} model={model} isOpen={view.exercise.id === state.selected} />
        ))}
      </ul>
      <BookLink model={model} bookUrl={info.book_url} />
    </section>
  );
}

function Actions({ model, state }: { model: CourseModel; state: NotebookState }): JSX.Element {
  const trans = useTranslation();
  const check = React.useRef<HTMLButtonElement>(null);
  const exercise = state.view(state.selected)?.exercise;
  return (
    <div className="cs231n-Actions">
      <div className="cs231n-Buttons">
        <Button
          ref={check}
          isPrimary
          label={trans.__("Check this exercise")}
          isDisabled={!state.isIdle || !exercise}
          title={exercise ? trans.__("Check “%1” (F8)", exercise.title) : trans.__("Choose an exercise first")}
          onClick={() => exercise && void model.check(exercise.id)}
        />
        <Button
          label={trans.__("Check all")}
          isDisabled={!state.isIdle || !state.views.length}
          title={trans.__("Check all exercises of this notebook (Shift+F8)")}
          onClick={() => void model.check(null)}
        />
      </div>
      <div className="cs231n-Status">
        {state.note ? (
          <Note note={state.note} onRetry={() => model.retry()} focusFallback={check} />
        ) : (
          exercise && <p className="cs231n-Quiet">{trans.__("This exercise: %1", exercise.title)}</p>
        )}
        {state.checking.size > 0 && (
          <TransientButton label={trans.__("Cancel")} focusFallback={check} onClick={() => model.cancel()} />
        )}
      </div>
    </div>
  );
}

interface IExerciseProps {
  view: IExerciseView;
  model: CourseModel;
  isOpen: boolean;
}

function Exercise({ view, model, isOpen }: IExerciseProps): JSX.Element {
  const { exercise, status, points } = view;
  const bodyId = `cs231n-exercise-${exercise.id}`;
  const item = React.useRef<HTMLLIElement>(null);
  React.useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <li ref={item} data-exercise={exercise.id} data-state={status}>
      <button
        type="button"
        className="cs231n-Row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        onClick={() => void model.showExercise(exercise.id)}
      >
        <StatusMark status={status} />
        <span className="cs231n-Title">{exercise.title}</span>
        <Points points={points} possible={exercise.possible} />
        <StatusText status={status} />
      </button>
      {isOpen && (
        <div id={bodyId} className="cs231n-Body">
          <Verdict view={view} />
          <Help model={model} view={view} />
        </div>
      )}
    </li>
  );
}

/** What is wrong with the answer or its cells, and each check with its points. */
function Verdict({ view }: { view: IExerciseView }): JSX.Element {
  const trans = useTranslation();
  const { exercise, status, problem } = view;
  const isJudged = status === "passed" || status === "failed";
  return (
    <>
      {problem && <Paragraph text={problem} />}
      <Findings exercise={exercise} status={status} />
      {isJudged && exercise.checks.length > 0 && (
        <ul className="cs231n-Checks" aria-label={trans.__("Checks")}>
          {exercise.checks.map((check, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two checks may have one title; their order never changes.
            <Check key={i} check={check} />
          ))}
        </ul>
      )}
    </>
  );
}

function Check({ check }: { check: ICheck }): JSX.Element {
  const trans = useTranslation();
  const { title, passed, points, possible } = check;
  return (
    <li>
      <StatusMark status={passed ? "passed" : "failed"} />
      <span>
        <span className="cs231n-Hidden">{passed ? trans.__("Passed: %1", title) : trans.__("Failed: %1", title)}</span>
        <span aria-hidden="true">{title}</span>
      </span>
      <span className="cs231n-Points">
        {roundPoints(points)} / {roundPoints(possible)}
      </span>
    </li>
  );
}

/** The hints that are shown, and the buttons for hints and for the answer's cell. */
function Help({ model, view }: { model: CourseModel; view: IExerciseView }): JSX.Element {
  const trans = useTranslation();
  const { id, title, hints } = view.exercise;
  const reset = React.useRef<HTMLButtonElement>(null);
  const shown = model.shownHints(id);
  const { current } = model;
  return (
    <>
      {current && view.status === "passed" && (
        <div className="cs231n-Buttons">
          <NextButton next={current.exerciseAfter(id)} model={model} />
        </div>
      )}
      {shown > 0 && (
        <ol className="cs231n-Hints" aria-label={trans.__("Hints")}>
          {hints.slice(0, shown).map((hint) => (
            <li key={hint}>
              <Paragraph text={hint} />
            </li>
          ))}
        </ol>
      )}
      <div className="cs231n-Buttons">
        {hints.length > 0 && <HintButton model={model} id={id} shown={shown} count={hints.length} />}
        <Button
          label={trans.__("Go to cell")}
          isDisabled={!view.cells.length}
          onClick={() => void model.editExercise(id)}
        />
        <Button
          ref={reset}
          label={trans.__("Reset to starter")}
          ariaLabel={trans.__("Reset %1 to its starter", title)}
          isDisabled={!view.cells.length}
          onClick={() => void model.reset(id)}
        />
        {model.canUndoReset(id) && (
          <TransientButton label={trans.__("Undo reset")} focusFallback={reset} onClick={() => model.undoReset(id)} />
        )}
      </div>
    </>
  );
}

interface IHintButtonProps {
  model: CourseModel;
  id: string;
  shown: number;
  count: number;
}

function HintButton({ model, id, shown, count }: IHintButtonProps): JSX.Element {
  const trans = useTranslation();
  const next = shown < count ? trans.__("Show another hint") : trans.__("Hide hints");
  return <Button label={shown === 0 ? trans.__("Show hint") : next} onClick={() => model.showNextHint(id)} />;
}

function BookLink({ model, bookUrl }: { model: CourseModel; bookUrl: string | null }): JSX.Element {
  const trans = useTranslation();
  if (!bookUrl) return <Paragraph text={model.course?.book.hint ?? ""} />;
  return (
    <p>
      <a href={model.api.url(bookUrl)} target="_blank" rel="noopener">
        {trans.__("Open the book page")}
      </a>
    </p>
  );
}
