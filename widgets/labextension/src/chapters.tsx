// The list of chapters, each with how far the learner has come, and the welcome.

import * as React from "react";
import type { CourseModel } from "./course_model";
import type { NotebookState } from "./notebook_state";
import { PassingButton, Points, Progress, Words } from "./parts";
import type { IChapter } from "./types";

export interface IOpenChapter {
  open: (path: string) => void;
}

export function Chapters({ model, open }: { model: CourseModel } & IOpenChapter): JSX.Element | null {
  const chapters = model.course?.chapters;
  if (!chapters) return null;
  const { current } = model;
  const absent = chapters.filter((chapter) => chapter.path === null && !(current && isCopy(current, chapter)));
  return (
    <section aria-labelledby="cs231n-chapters">
      <h3 id="cs231n-chapters">Chapters</h3>
      <ol className="cs231n-Chapters">
        {chapters.map((chapter) => (
          <Chapter
            key={chapter.stem}
            chapter={chapter}
            open={open}
            current={current && isCopy(current, chapter) ? current : null}
          />
        ))}
      </ol>
      {absent.length > 0 && (
        <Words
          text={`${absent.length < chapters.length ? "Not all chapters are here" : "There are no chapters in this folder"}. To get them, run \`cs231n learn FOLDER\` in a terminal.`}
        />
      )}
    </section>
  );
}

// A learner may have given their copy another name; the server knows those of the course's own names.
function isCopy(open: NotebookState, { path, stem }: IChapter): boolean {
  return path === null ? open.info?.chapter === stem : open.path === path;
}

interface IChapterRow extends IOpenChapter {
  chapter: IChapter;
  current: NotebookState | null;
}

function Chapter({ chapter, open, current }: IChapterRow): JSX.Element {
  const { title, possible } = chapter;
  const path = chapter.path ?? current?.path ?? null;
  const points = current?.info ? current.points : chapter.points; // the open notebook knows better than the file
  const absent = path === null;
  return (
    <li>
      <button
        type="button"
        className="cs231n-Row cs231n-Chapter"
        aria-current={!!current || undefined}
        aria-disabled={absent || undefined}
        title={absent ? "This chapter is not in this folder" : `Open ${path}`}
        onClick={() => path !== null && open(path)}
      >
        <span className="cs231n-Title">{title}</span>
        {absent && <span className="cs231n-State">not here</span>}
        {!absent && possible > 0 && <Points points={points} possible={possible} />}
        {!absent && possible > 0 && <Progress points={points} possible={possible} />}
      </button>
    </li>
  );
}

interface IWelcome extends IOpenChapter {
  model: CourseModel;
  heir: React.RefObject<HTMLElement>;
}

// Until the first check: what this is, and where to begin.
export function Welcome({ model, open, heir }: IWelcome): JSX.Element | null {
  const state = model.current;
  const begun = state?.views.some((view) => view.exercise.checked_at !== null);
  if (!model.course?.welcome || begun) return null;
  const exercise = state?.info?.ours ? state.info.exercises[0] : undefined;
  const first = model.first;
  return (
    <section className="cs231n-Welcome" aria-labelledby="cs231n-welcome">
      <h3 id="cs231n-welcome">Welcome</h3>
      <p>
        Each chapter is a notebook. Read it, run its cells, and write your answers into the cells marked as exercises.
        Then check them here: nothing is sent away, and you may try as often as you like.
      </p>
      {exercise ? (
        <PassingButton main label="Go to the first exercise" heir={heir} onClick={() => void model.show(exercise.id)} />
      ) : (
        first && (
          <PassingButton
            main
            label="Open the first chapter"
            heir={heir}
            onClick={() => open(first.path!)}
            title={first.title}
          />
        )
      )}
    </section>
  );
}
