// The list of chapters, each with how far the learner has come, and the welcome.

import * as React from "react";
import { Paragraph, Points, Progress, TransientButton } from "./components";
import type { CourseModel } from "./course-model";
import { LEARN_IN_CELL } from "./messages";
import type { NotebookState } from "./notebook-state";
import { useTranslation } from "./translation";
import type { IChapter } from "./types";

interface IChaptersProps {
  model: CourseModel;
  openNotebook: (path: string) => void;
}

/** The chapters of the course. */
export function Chapters({ model, openNotebook }: IChaptersProps): JSX.Element | null {
  const trans = useTranslation();
  const chapters = model.course?.chapters;
  if (!chapters) return null;
  const openCopy = (chapter: IChapter) => (model.current && isCopy(model.current, chapter) ? model.current : null);
  const absent = chapters.filter((chapter) => chapter.path === null && !openCopy(chapter));
  return (
    <section aria-labelledby="cs231n-chapters">
      <h3 id="cs231n-chapters">{trans.__("Chapters")}</h3>
      <ol className="cs231n-Chapters">
        {chapters.map((chapter) => (
          <Chapter key={chapter.stem} chapter={chapter} openCopy={openCopy(chapter)} openNotebook={openNotebook} />
        ))}
      </ol>
      {absent.length > 0 && (
        <Paragraph
          text={
            absent.length < chapters.length
              ? trans.__(
                  "Not all chapters are here. To get the others, run this in a cell of a notebook here: `%1 .`",
                  LEARN_IN_CELL,
                )
              : trans.__(
                  "There are no chapters here. To get them, run this in a cell of a new notebook: `%1 .`",
                  LEARN_IN_CELL,
                )
          }
        />
      )}
    </section>
  );
}

/** Returns whether an open notebook is the copy of a chapter, also if it was renamed and the server did not find it. */
function isCopy(notebook: NotebookState, { path, stem }: IChapter): boolean {
  return path === null ? notebook.info?.chapter === stem : notebook.path === path;
}

interface IChapterProps {
  chapter: IChapter;
  /** The learner's copy, if it is the current notebook. */
  openCopy: NotebookState | null;
  openNotebook: (path: string) => void;
}

function Chapter({ chapter, openCopy, openNotebook }: IChapterProps): JSX.Element {
  const trans = useTranslation();
  const { title, possible } = chapter;
  const path = chapter.path ?? openCopy?.path ?? null;
  const points = openCopy?.info ? openCopy.points : chapter.points; // the open notebook knows better than the file
  const isAbsent = path === null;
  return (
    <li>
      <button
        type="button"
        className="cs231n-Row cs231n-Chapter"
        aria-current={!!openCopy || undefined}
        aria-disabled={isAbsent || undefined}
        title={isAbsent ? trans.__("This chapter is not in this folder") : trans.__("Open %1", path)}
        onClick={() => !isAbsent && openNotebook(path)}
      >
        <span className="cs231n-Title">{title}</span>
        {isAbsent && <span className="cs231n-State">{trans.__("not here")}</span>}
        {!isAbsent && possible > 0 && <Points points={points} possible={possible} />}
        {!isAbsent && possible > 0 && <Progress points={points} possible={possible} />}
      </button>
    </li>
  );
}

interface IWelcomeProps extends IChaptersProps {
  focusFallback: React.RefObject<HTMLElement>;
}

/** What the course is and where to begin, until the first check. */
export function Welcome({ model, openNotebook, focusFallback }: IWelcomeProps): JSX.Element | null {
  const trans = useTranslation();
  const state = model.current;
  const hasChecked = state?.views.some((view) => view.exercise.checked_at !== null);
  if (!model.course?.nothing_checked || hasChecked) return null;
  const exercise = state?.info?.in_course ? state.info.exercises[0] : undefined;
  const chapter = model.firstChapter;
  return (
    <section className="cs231n-Welcome" aria-labelledby="cs231n-welcome">
      <h3 id="cs231n-welcome">{trans.__("Welcome")}</h3>
      <p>
        {trans.__(
          "Each chapter is a notebook. Read it, run its cells, and write your answers into the cells marked as exercises. Then check them here: nothing is sent away, and you may try as often as you like.",
        )}
      </p>
      {exercise ? (
        <TransientButton
          isPrimary
          label={trans.__("Go to the first exercise")}
          focusFallback={focusFallback}
          onClick={() => void model.showExercise(exercise.id)}
        />
      ) : (
        chapter && (
          <TransientButton
            isPrimary
            label={trans.__("Open the first chapter")}
            title={chapter.title}
            focusFallback={focusFallback}
            onClick={() => openNotebook(chapter.path!)}
          />
        )
      )}
    </section>
  );
}
