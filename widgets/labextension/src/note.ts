// What the panel has to say itself about a notebook and its checks.

/** What a note is about. Its kind decides how it looks and when it goes. */
export type NoteKind =
  | "progress" // a step of the check under way; goes with the check
  | "remark" // goes when another exercise is chosen
  | "checked-elsewhere" // goes when the other tab's check is over
  | "server-fault" // the server refused, or did not answer; goes when it answers again
  | "check-fault" // a check could not be done; goes with the next check
  | "not-saved" // the notebook could not be saved for a check; goes when it is saved
  | "other-answer"; // the saved notebook holds another answer than the one shown; goes when it is saved or reloaded

/** One thing that the panel has to say. */
export interface INote {
  kind: NoteKind;
  text: string;
  /** Tries again what went wrong; without it, the server is asked anew. */
  retry?: () => void;
}

/** Returns whether a note is about something that went wrong and can be tried again. */
export function isFault({ kind }: INote): boolean {
  return kind !== "progress" && kind !== "remark" && kind !== "checked-elsewhere";
}

/** Returns the message of whatever was thrown. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
