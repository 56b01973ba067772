// The exercises of the open notebook: a list, the chosen one unfolded, and what can be done.

import * as React from "react";
import type { CourseModel } from "./course_model";
import type { IView, NotebookState } from "./notebook_state";
import { Button, Findings, Mark, Note, PassingButton, Points, Progress, StateWord, Words } from "./parts";
import { short } from "./words";

export function OpenNotebook({ model }: { model: CourseModel }): JSX.Element | null {
  const state = model.current;
  const info = state?.info;
  if (!state || !info) return null;
  if (!info.ours) {
    return (
      <section aria-label="Open notebook">
        <Words text={info.message ?? "The open notebook does not belong to the course."} />
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
      {[...info.notes, info.stored].map((note) => note && <Words key={note} text={note} />)}
      <ul className="cs231n-Exercises">
        {state.views.map((view) => (
          <Exercise key={view.exercise.id} view={view} model={model} open={view.exercise.id === state.selected} />
        ))}
      </ul>
      <BookLink model={model} page={info.book} />
    </section>
  );
}

function Actions({ model, state }: { model: CourseModel; state: NotebookState }): JSX.Element {
  const heir = React.useRef<HTMLButtonElement>(null);
  const selected = state.view(state.selected);
  return (
    <div className="cs231n-Actions">
      <div className="cs231n-Buttons">
        <Button
          ref={heir}
          main
          label="Check this exercise"
          disabled={!state.idle || !selected}
          title={selected ? `Check “${selected.exercise.title}” (Alt+Shift+K)` : "Choose an exercise first"}
          onClick={() => selected && void model.check(selected.exercise.id)}
        />
        <Button
          label="Check all"
          disabled={!state.idle || !state.views.length}
          title="Check all exercises of this notebook (Alt+Shift+L)"
          onClick={() => void model.check(null)}
        />
      </div>
      <div className="cs231n-Status">
        {state.note ? (
          <Note note={state.note} retry={() => model.retry()} heir={heir} />
        ) : (
          selected && <p className="cs231n-Quiet">This exercise: {selected.exercise.title}</p>
        )}
        {state.checking.size > 0 && <PassingButton label="Cancel" heir={heir} onClick={() => model.cancel()} />}
      </div>
    </div>
  );
}

function Exercise({ view, model, open }: { view: IView; model: CourseModel; open: boolean }): JSX.Element {
  const { exercise, shown, points } = view;
  const body = `cs231n-exercise-${exercise.id}`;
  const item = React.useRef<HTMLLIElement>(null);
  React.useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <li ref={item} data-exercise={exercise.id} data-state={shown}>
      <button
        type="button"
        className="cs231n-Row"
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={() => void model.show(exercise.id)}
      >
        <Mark shown={shown} />
        <span className="cs231n-Title">{exercise.title}</span>
        <Points points={points} possible={exercise.possible} />
        <StateWord shown={shown} />
      </button>
      {open && (
        <div id={body} className="cs231n-Body">
          <Judgement view={view} />
          <Hints model={model} view={view} />
        </div>
      )}
    </li>
  );
}

function Judgement({ view }: { view: IView }): JSX.Element {
  const { exercise, shown, problem } = view;
  const judged = shown === "passed" || shown === "failed";
  return (
    <>
      {problem && <Words text={problem} />}
      <Findings exercise={exercise} shown={shown} />
      {judged && exercise.checks.length > 0 && (
        <ul className="cs231n-Checks" aria-label="Checks">
          {exercise.checks.map((check, i) => (
            <li key={i}>
              <Mark shown={check.passed ? "passed" : "failed"} />
              <span>
                <span className="cs231n-Hidden">{check.passed ? "Passed: " : "Failed: "}</span>
                {check.title}
              </span>
              <span className="cs231n-Points">
                {short(check.points)} / {short(check.possible)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Hints({ model, view }: { model: CourseModel; view: IView }): JSX.Element {
  const { id, title, hints } = view.exercise;
  const heir = React.useRef<HTMLButtonElement>(null);
  const shown = model.hintsShown(id);
  const more = shown === 0 ? "Show hint" : shown < hints.length ? "Show another hint" : "Hide hints";
  return (
    <>
      {shown > 0 && (
        <ol className="cs231n-Hints" aria-label="Hints">
          {hints.slice(0, shown).map((hint) => (
            <li key={hint}>
              <Words text={hint} />
            </li>
          ))}
        </ol>
      )}
      <div className="cs231n-Buttons">
        {hints.length > 0 && <Button label={more} onClick={() => model.showHint(id)} />}
        <Button label="Go to cell" disabled={!view.cells.length} onClick={() => void model.enter(id)} />
        <Button
          ref={heir}
          label="Reset to starter"
          disabled={!view.cells.length}
          spoken={`Reset ${title} to its starter`}
          onClick={() => void model.reset(id)}
        />
        {model.canUndo(id) && <PassingButton label="Undo reset" heir={heir} onClick={() => model.undoReset(id)} />}
      </div>
    </>
  );
}

function BookLink({ model, page }: { model: CourseModel; page: string | null }): JSX.Element {
  const book = model.course?.book;
  if (!page) return <Words text={book?.how ?? ""} />;
  return (
    <p>
      <a href={model.api.address(page)} target="_blank" rel="noopener">
        Open the book page
      </a>
    </p>
  );
}
