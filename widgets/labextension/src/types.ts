/**
 * The JSON that the server part of the course sends. cs231n_course/server/types.py has the same types in Python; a test
 * holds the two to the same names.
 */

/** The kinds of judgement. */
export type AskKind = "number" | "choice" | "cell";

/** What the last check says of the answer in the saved notebook. */
export type ExerciseStatus = "unchecked" | "passed" | "failed" | "changed";

/** The result of one check of an exercise. */
export interface ICheck {
  title: string;
  passed: boolean;
  points: number;
  possible: number;
  /** What is wrong, for the learner; empty if it passed. */
  message: string;
  /** The inputs of the check: "with x = 1, stride = 2". */
  case: string;
  expected: string;
  got: string;
}

/** What an exercise of judgement asks for: a number, a choice, or a cell of a grid. */
export interface IAsk {
  kind: AskKind;
  /** Of a choice: the options, in Markdown; an answer is `choice = 2` for the second. */
  options: string[];
  /** Of a number; empty if it has none. */
  unit: string;
  /** Of a cell: the rows of the grid, what stands in each cell; an answer is `cell = (0, 2)`, row and column from 0. */
  cells: string[][];
}

/** One exercise of a notebook, with the result of its last check. */
export interface IExercise {
  id: string;
  title: string;
  /** The id of the cell that holds the answer in the saved notebook; null if there is none, or if it has no id. */
  cell_id: string | null;
  /** The points that count now: none for an answer that has changed since it was checked. */
  points: number;
  possible: number;
  status: ExerciseStatus;
  /** Whether the answer that was checked is still the starter. */
  unwritten: boolean;
  /** The source of the answer that was checked, or null if none was. */
  checked_source: string | null;
  /** What the grader says of that answer, the most helpful first. */
  messages: string[];
  checks: ICheck[];
  hints: string[];
  /** What is wrong with the cells that should hold the answer in the saved notebook, or null. */
  cell_problem: string | null;
  /** Whether the saved notebook holds an answer that can be graded. */
  gradable: boolean;
  checked_at: string | null;
  /** What is asked for, if the answer is a judgement and no code. */
  ask: IAsk | null;
  /** The course's own answer; null unless the saved answer has passed. */
  reference: string | null;
  /** Why a judgement is right, in Markdown; null unless the saved answer has passed. */
  why: string | null;
}

/** One notebook, as it is saved. */
export interface INotebook {
  path: string;
  in_course: boolean;
  /** Why it is not in the course; null if it is. */
  not_in_course_reason: string | null;
  /** The name of its chapter's file, without the ending. */
  chapter: string | null;
  title: string | null;
  points: number;
  possible: number;
  /** The address of its page in the book, below Jupyter's own; null if the book is not built. */
  book_url: string | null;
  exercises: IExercise[];
  /** Remarks about the notebook as a whole. */
  notes: string[];
  /** Whether it is being checked, or waits for that, on behalf of any tab. */
  being_checked: boolean;
  /** Why results can't be saved beside the notebook, or null if they can. */
  save_error: string | null;
}

/** One chapter of the course, and how far the learner's copy has come. */
export interface IChapter {
  /** The name of its file, without the ending. */
  stem: string;
  title: string;
  /** The path of the learner's copy, or null if there is none. */
  path: string | null;
  points: number;
  possible: number;
  exercise_count: number;
}

/** The course, seen from one folder. */
export interface ICourse {
  version: string;
  /** The folder that holds the learner's copies. */
  dir: string;
  chapters: IChapter[];
  book: IBook;
  /** Whether nothing has been checked yet in that folder. */
  nothing_checked: boolean;
}

/** Where the book is. */
export interface IBook {
  /** The address of its first page, below Jupyter's own; null if the book is not built. */
  url: string | null;
  /** How to build the book. */
  hint: string;
}

/** The source that an exercise's answer cell starts with. */
export interface IStarter {
  source: string;
}

/** The body of a request for a check. */
export interface ICheckRequest {
  path: string;
  /** The exercises to check; null for all. */
  exercise_ids: string[] | null;
  /** The seconds that one cell may take; null for the grader's own limit. */
  timeout: number | null;
}

/** Other checks come first. */
export interface IQueuedEvent {
  event: "queued";
  ahead: number;
}

/** The check has begun. */
export interface IStartedEvent {
  event: "started";
  exercise_ids: string[];
}

/** An exercise has been judged. */
export interface IExerciseEvent {
  event: "exercise";
  exercise: IExercise;
  save_error: string | null;
}

/** All exercises have been judged. */
export interface IDoneEvent {
  event: "done";
  points: number;
  possible: number;
  seconds: number;
  notes: string[];
  save_error: string | null;
}

/** The check could not be done, or not to its end. */
export interface IErrorEvent {
  event: "error";
  message: string;
}

/** One line of a check's stream. */
export type CheckEvent = IQueuedEvent | IStartedEvent | IExerciseEvent | IDoneEvent | IErrorEvent;
