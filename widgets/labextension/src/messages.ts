// The panel's own texts, but for the labels that stand where they are shown. No imports but types: the unit tests run
// this file in node as it is.

import type { TranslationBundle } from "@jupyterlab/translation";
import type { DisplayStatus, JudgedStatus } from "./notebook-state";

/** Returns points, rounded to what a learner wants to read. */
export const roundPoints = (points: number): string => String(Math.round(points * 100) / 100);

/** Returns "2 of 4 points". */
export function pointsText(trans: TranslationBundle, points: number, possible: number): string {
  return trans._n("%2 of %3 point", "%2 of %3 points", possible, roundPoints(points), roundPoints(possible));
}

/** Returns "2 of 22 points in this chapter." */
export function totalText(trans: TranslationBundle, points: number, possible: number): string {
  return trans._n(
    "%2 of %3 point in this chapter.",
    "%2 of %3 points in this chapter.",
    possible,
    roundPoints(points),
    roundPoints(possible),
  );
}

/** Returns how an exercise stands, in a word or a few. */
export function statusText(trans: TranslationBundle, status: DisplayStatus): string {
  switch (status) {
    case "unchecked":
      return trans.__("Not checked");
    case "checking":
      return trans.__("Checking…");
    case "passed":
      return trans.__("Passed");
    case "failed":
      return trans.__("Failed");
    case "unwritten":
      return trans.__("Not written yet");
    case "changed":
      return trans.__("Changed since the last check");
  }
}

/** Returns what a screen reader hears when an exercise has been judged. */
export function verdictText(
  trans: TranslationBundle,
  title: string,
  status: JudgedStatus,
  points: number,
  possible: number,
  messages: string[],
): string {
  const verdict = verdictSentence(trans, status, possible, title, roundPoints(points), roundPoints(possible));
  return status === "failed" && messages.length ? `${verdict} ${messages[0]}` : verdict;
}

function verdictSentence(trans: TranslationBundle, status: JudgedStatus, n: number, ...args: string[]): string {
  switch (status) {
    case "unchecked":
      return trans._n("%2: not checked, %3 of %4 point.", "%2: not checked, %3 of %4 points.", n, ...args);
    case "passed":
      return trans._n("%2: passed, %3 of %4 point.", "%2: passed, %3 of %4 points.", n, ...args);
    case "failed":
      return trans._n("%2: failed, %3 of %4 point.", "%2: failed, %3 of %4 points.", n, ...args);
    case "unwritten":
      return trans._n("%2: not written yet, %3 of %4 point.", "%2: not written yet, %3 of %4 points.", n, ...args);
    case "changed":
      return trans._n(
        "%2: changed since the last check, %3 of %4 point.",
        "%2: changed since the last check, %3 of %4 points.",
        n,
        ...args,
      );
  }
}

/** Returns why a request failed: the server's own message, or one for its status. */
export function requestFailedText(trans: TranslationBundle, status: number, serverMessage: string): string {
  if (status === 401 || status === 403) {
    return trans.__(
      "You are no longer logged in to Jupyter. Copy unsaved work to a safe place, then reload the page and log in again.",
    );
  }
  if (status === 409) {
    return trans.__("This notebook is being checked in another tab. Wait until that check is done, then try again.");
  }
  if (serverMessage) return serverMessage;
  if (status === 404) {
    return trans.__(
      "The course's part of the Jupyter server does not answer. `%run -m cs231n_course doctor` in a cell looks for the reason; on a hub, tell whoever runs it.",
    );
  }
  if (status === 429) return trans.__("Too many checks are waiting. Try again in a minute.");
  return trans.__(
    "The server answered with error %1. Try again; if that does not help, stop Jupyter and start it again (on a hub: File > Hub Control Panel).",
    String(status),
  );
}

/** Returns what is said when no request gets an answer. */
export const offlineText = (trans: TranslationBundle): string =>
  trans.__(
    "The Jupyter server does not answer. Is it still running? Start it again (on a hub: File > Hub Control Panel), then try again here.",
  );

/** Returns what is said when the events of a check end too soon. */
export const cutShortText = (trans: TranslationBundle): string =>
  trans.__("The check stopped before its end: the connection to the server broke. The results so far are shown.");

/** Returns what is said after a check that the learner cancelled. */
export function cancelledText(trans: TranslationBundle, allSaved: boolean): string {
  return allSaved
    ? trans.__("The check was cancelled. The results so far are kept.")
    : trans.__("The check was cancelled. The results so far are shown until you leave.");
}

/** Returns why nothing was checked when the notebook could not be saved. */
export const notSavedText = (trans: TranslationBundle): string =>
  trans.__(
    "The notebook could not be saved, so nothing was checked. Save it, then check again; where it can't be saved, File > Save Notebook As… makes a copy elsewhere.",
  );

/** Returns why the answer that was checked is not the one that is shown. */
export function otherAnswerText(trans: TranslationBundle, writable: boolean): string {
  return writable
    ? trans.__(
        "The saved notebook holds another answer than the one shown here: another tab or program saved it. File > Reload Notebook from Disk shows it; to keep yours, change it and save the notebook here. Then check again.",
      )
    : trans.__(
        "This notebook is read-only, so what is checked is the answer in the file, and yours is another. File > Save Notebook As… makes a copy of yours; check that.",
      );
}

/** Returns what is said when there is nothing to reset. */
export const starterAlreadyText = (trans: TranslationBundle): string => trans.__("This answer is the starter already.");

/** Returns why no check can begin here. */
export const checkedElsewhereText = (trans: TranslationBundle): string =>
  trans.__("This notebook is being checked in another tab.");

/** Writes the chapters into a folder, by the kernel: also on a hub, and without a terminal. The folder follows. */
export const LEARN_IN_CELL = "%run -m cs231n_course learn --no-serve";

const bringBackText = (trans: TranslationBundle): string =>
  trans.__(
    "Edit > Undo Cell Operation brings it back. For a fresh copy of the course in another folder, run this in a cell: `%1 FOLDER`",
    LEARN_IN_CELL,
  );

/**
 * Returns what is wrong with the number of cells that hold an answer, or null if it is one. Two cells can come to hold
 * one answer: by copying, by pasting, or by splitting.
 */
export function cellCountProblem(trans: TranslationBundle, count: number): string | null {
  if (count === 1) return null;
  if (count === 0) {
    return trans.__("The cell for this answer is not in the notebook any more. %1", bringBackText(trans));
  }
  return trans._n(
    "%1 cell says that it holds this answer.",
    "%1 cells say that they hold this answer, and only one of them counts. Keep one: delete the others, or join them with Edit > Merge Selected Cells.",
    count,
  );
}

/** Returns what is said of an answer whose cell has become a text cell. */
export const textCellProblem = (trans: TranslationBundle): string =>
  trans.__(
    "The cell for this answer is no code cell any more. Make it one again: select it and press Y, or choose Code in the toolbar.",
  );

/** Returns what is said of an answer whose cell has lost its metadata. */
export const otherCellProblem = (trans: TranslationBundle): string =>
  trans.__("The cell for this answer is not the code cell that it was. %1", bringBackText(trans));
