// What the server part sends.

export type State = "unchecked" | "passed" | "failed" | "changed";

export interface ICheck {
  title: string;
  passed: boolean;
  points: number;
  possible: number;
  words: string;
  case: string;
  expected: string;
  got: string;
}

export interface IExercise {
  id: string;
  title: string;
  cell: string | null;
  points: number;
  possible: number;
  state: State;
  written: boolean; // false: the answer that was graded is still the starter
  answer: string | null;
  words: string[];
  checks: ICheck[];
  hints: string[];
  problem: string | null;
  taken: boolean; // false: the saved notebook holds no answer that can be graded
  checked_at: string | null;
}

export interface INotebook {
  path: string;
  ours: boolean;
  message: string | null;
  chapter: string | null;
  title: string | null;
  points: number;
  possible: number;
  book: string | null;
  exercises: IExercise[];
  notes: string[];
  busy: boolean;
  stored: string | null;
}

export interface IChapter {
  stem: string;
  title: string;
  path: string | null;
  points: number;
  possible: number;
  exercises: number;
}

export interface ICourse {
  version: string;
  dir: string;
  chapters: IChapter[];
  book: { url: string | null; how: string };
  welcome: boolean;
}

export type CheckEvent =
  | { event: "queued"; ahead: number }
  | { event: "started"; exercises: string[] }
  | { event: "exercise"; exercise: IExercise; stored: string | null }
  | { event: "done"; points: number; possible: number; seconds: number; notes: string[]; stored: string | null }
  | { event: "error"; message: string };
