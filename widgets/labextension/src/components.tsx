// Components that the panel and the badges share.

import * as React from "react";
import { type IGrid, splitArrays } from "./arrays";
import type { CourseModel } from "./course-model";
import { codeParts, findings, type IFindingRow, splitInputs } from "./findings";
import { pointsText, roundPoints, statusText } from "./messages";
import { type INote, isFault } from "./note";
import type { DisplayStatus } from "./notebook-state";
import { useTranslation } from "./translation";
import type { IExercise } from "./types";

const MARKS: Record<DisplayStatus, string> = {
  unchecked: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11",
  checking: "M8 2.5a5.5 5.5 0 0 1 5.5 5.5",
  passed: "M3 8.5l3.5 3.5L13 4.5",
  failed: "M4 4l8 8M12 4l-8 8",
  unwritten: "M4 8h8",
  changed: "M3 13l1-3.5L10.5 3 13 5.5 6.5 12z",
};

/** The mark of a status; its text stands beside it. */
export function StatusMark({ status }: { status: DisplayStatus }): JSX.Element {
  return (
    <svg className="cs231n-Mark" data-state={status} viewBox="0 0 16 16" aria-hidden="true">
      <path d={MARKS[status]} />
    </svg>
  );
}

/** The text of a status. */
export function StatusText({ status }: { status: DisplayStatus }): JSX.Element {
  return <span className="cs231n-State">{statusText(useTranslation(), status)}</span>;
}

/** Points, short for the eye and in words for the ear. */
export function Points({ points, possible }: { points: number; possible: number }): JSX.Element {
  const trans = useTranslation();
  return (
    <span className="cs231n-Points">
      <span aria-hidden="true">
        {roundPoints(points)} / {roundPoints(possible)}
      </span>
      <span className="cs231n-Hidden">{pointsText(trans, points, possible)}</span>
    </span>
  );
}

/** A bar as long as the part of the points that was reached. */
export function Progress({ points, possible }: { points: number; possible: number }): JSX.Element {
  const part = possible ? Math.min(1, points / possible) : 0;
  return (
    <span className="cs231n-Progress" aria-hidden="true">
      <span style={{ width: `${100 * part}%` }} />
    </span>
  );
}

/** A text whose lines are kept, and whose `code` is set as code. */
export function Paragraph({ text }: { text: string }): JSX.Element {
  return (
    <p className="cs231n-Words">
      {/* biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have nothing but their order. */}
      {codeParts(text).map((part, i) => (i % 2 ? <code key={i}>{part}</code> : part))}
    </p>
  );
}

/** What the grader says of an answer; while the answer is being mended, what it said at the last check. */
export function Findings({ exercise, status }: { exercise: IExercise; status: DisplayStatus }): JSX.Element | null {
  const trans = useTranslation();
  const isBefore = (status === "changed" || status === "checking") && !exercise.unwritten;
  if (status !== "failed" && !isBefore) return null;
  return (
    <>
      {isBefore && exercise.messages.length > 0 && exercise.checks.length > 0 && (
        <p className="cs231n-Quiet cs231n-Before">{trans.__("At the last check:")}</p>
      )}
      {findings(exercise.messages, exercise.checks).map(({ text, rows }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two findings may be equal; a new check brings new ones.
        <React.Fragment key={i}>
          {text && <Paragraph text={text} />}
          {rows.length > 0 && <FindingRows rows={rows} />}
        </React.Fragment>
      ))}
    </>
  );
}

function FindingRows({ rows }: { rows: IFindingRow[] }): JSX.Element {
  const trans = useTranslation();
  const labels = { inputs: trans.__("With"), expected: trans.__("Expected"), got: trans.__("Got") };
  return (
    <dl className="cs231n-Case">
      {rows.map(({ kind, code }) => (
        <React.Fragment key={kind}>
          <dt>{labels[kind]}</dt>
          <dd>
            {(kind === "inputs" ? splitInputs(code) : [code]).map((part) => (
              <Value key={part} text={part} />
            ))}
          </dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

function Value({ text }: { text: string }): JSX.Element {
  return (
    <code>
      {splitArrays(text).map((part, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have nothing but their order.
        typeof part === "string" ? part : <Grids key={i} grids={part} />,
      )}
    </code>
  );
}

function Grids({ grids }: { grids: IGrid[] }): JSX.Element {
  const trans = useTranslation();
  return (
    <span className="cs231n-Grids">
      {grids.map(({ label, rows }) => (
        <span key={label}>
          {label && <span className="cs231n-Label">{label}</span>}
          <Grid rows={rows} label={label || trans.__("array")} />
        </span>
      ))}
    </span>
  );
}

/** One slice of an array. If it is wider than its place, it can be moved by the keyboard, too. */
function Grid({ rows, label }: { rows: string; label: string }): JSX.Element {
  const ref = React.useRef<HTMLSpanElement>(null);
  const [isWide, setWide] = React.useState(false);
  React.useEffect(() => {
    const node = ref.current!;
    const observer = new ResizeObserver(() => setWide(node.scrollWidth > node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const focusable = isWide ? { tabIndex: 0, role: "group", "aria-label": label } : {};
  return (
    <span ref={ref} className="cs231n-Grid" {...focusable}>
      {rows}
    </span>
  );
}

interface INoteProps {
  note: INote;
  onRetry: () => void;
  focusFallback: React.RefObject<HTMLElement>;
}

/** What the panel has to say itself; what went wrong can be tried again. */
export function Note({ note, onRetry, focusFallback }: INoteProps): JSX.Element {
  const trans = useTranslation();
  const fault = isFault(note);
  return (
    <div className={fault ? "cs231n-Note cs231n-mod-fault" : "cs231n-Note"}>
      <Paragraph text={note.text} />
      {fault && <TransientButton label={trans.__("Try again")} focusFallback={focusFallback} onClick={onRetry} />}
    </div>
  );
}

interface IButtonProps {
  label: string;
  /** What a screen reader says instead of the label. */
  ariaLabel?: string;
  title?: string;
  isPrimary?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
}

/** A button that stays reachable while it can't be used, so that the focus is not lost while a check runs. */
export const Button = React.forwardRef<HTMLButtonElement, IButtonProps>(function Button(props, ref) {
  const { label, ariaLabel, title, isPrimary, isDisabled, onClick } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={isPrimary ? "cs231n-Button cs231n-mod-main" : "cs231n-Button"}
      aria-disabled={isDisabled || undefined}
      aria-label={ariaLabel}
      title={title}
      onClick={() => !isDisabled && onClick()}
    >
      {label}
    </button>
  );
});

interface INextButtonProps {
  /** The next exercise, or null if all have passed. */
  next: IExercise | null;
  model: CourseModel;
}

/** The way to the next exercise. */
export function NextButton({ next, model }: INextButtonProps): JSX.Element {
  const trans = useTranslation();
  if (!next) return <span className="cs231n-Done">{trans.__("You have done all exercises of this chapter.")}</span>;
  return (
    <Button
      isPrimary
      label={trans.__("Next exercise: %1", next.title)}
      onClick={() => void model.editExercise(next.id)}
    />
  );
}

interface ITransientButtonProps extends IButtonProps {
  /** What has the focus once the button is gone. */
  focusFallback: React.RefObject<HTMLElement>;
}

/** A button that goes away when its work is done. */
export function TransientButton({ focusFallback, ...props }: ITransientButtonProps): JSX.Element {
  const ref = React.useRef<HTMLButtonElement>(null);
  React.useLayoutEffect(() => {
    const node = ref.current;
    return () => {
      if (node && document.activeElement === node) focusFallback.current?.focus();
    };
  }, [focusFallback]);
  return <Button ref={ref} {...props} />;
}
