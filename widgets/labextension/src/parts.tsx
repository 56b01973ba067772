// Small things that the panel and the badges are made of.

import * as React from "react";
import { type IGrid, pieces } from "./arrays";
import type { INote } from "./notebook_state";
import type { IExercise } from "./types";
import { codeParts, findings, inputs, pointWords, type Shown, STATE_WORDS, short } from "./words";

const PATHS: Record<Shown, string> = {
  unchecked: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11",
  checking: "M8 2.5a5.5 5.5 0 0 1 5.5 5.5",
  passed: "M3 8.5l3.5 3.5L13 4.5",
  failed: "M4 4l8 8M12 4l-8 8",
  unwritten: "M4 8h8",
  changed: "M3 13l1-3.5L10.5 3 13 5.5 6.5 12z",
};

export function Mark({ shown }: { shown: Shown }): JSX.Element {
  return (
    <svg className="cs231n-Mark" data-state={shown} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[shown]} />
    </svg>
  );
}

export function StateWord({ shown }: { shown: Shown }): JSX.Element {
  return <span className="cs231n-State">{STATE_WORDS[shown]}</span>;
}

// Points, short for the eye and in words for the ear.
export function Points({ points, possible }: { points: number; possible: number }): JSX.Element {
  return (
    <span className="cs231n-Points">
      <span aria-hidden="true">
        {short(points)} / {short(possible)}
      </span>
      <span className="cs231n-Hidden">{pointWords(points, possible)}</span>
    </span>
  );
}

export function Progress({ points, possible }: { points: number; possible: number }): JSX.Element {
  const part = possible ? Math.min(1, points / possible) : 0;
  return (
    <span className="cs231n-Progress" aria-hidden="true">
      <span style={{ width: `${100 * part}%` }} />
    </span>
  );
}

// A text of the server: its lines are kept, and `code` is set as code.
export function Words({ text }: { text: string }): JSX.Element {
  const parts = codeParts(text);
  return <p className="cs231n-Words">{parts.map((part, i) => (i % 2 ? <code key={i}>{part}</code> : part))}</p>;
}

// What the grader says of an answer; while it is being mended, what it said at the last check.
export function Findings({ exercise, shown }: { exercise: IExercise; shown: Shown }): JSX.Element | null {
  const before = (shown === "changed" || shown === "checking") && exercise.written;
  if (shown !== "failed" && !before) return null;
  return (
    <>
      {before && exercise.words.length > 0 && exercise.checks.length > 0 && (
        <p className="cs231n-Quiet cs231n-Before">At the last check:</p>
      )}
      {findings(exercise.words, exercise.checks).map(({ text, rows }, i) => (
        <React.Fragment key={i}>
          {text && <Words text={text} />}
          {rows.length > 0 && (
            <dl className="cs231n-Case">
              {rows.map(([label, code]) => (
                <React.Fragment key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {(label === "With" ? inputs(code) : [code]).map((part) => (
                      <Value key={part} text={part} />
                    ))}
                  </dd>
                </React.Fragment>
              ))}
            </dl>
          )}
        </React.Fragment>
      ))}
    </>
  );
}

function Value({ text }: { text: string }): JSX.Element {
  return (
    <code>{pieces(text).map((piece, i) => (typeof piece === "string" ? piece : <Grids key={i} grids={piece} />))}</code>
  );
}

function Grids({ grids }: { grids: IGrid[] }): JSX.Element {
  return (
    <span className="cs231n-Grids">
      {grids.map(({ label, rows }) => (
        <span key={label}>
          {label && <span className="cs231n-Label">{label}</span>}
          <Grid rows={rows} label={label || "array"} />
        </span>
      ))}
    </span>
  );
}

// One that is wider than its place can be moved by the keyboard, too.
function Grid({ rows, label }: { rows: string; label: string }): JSX.Element {
  const own = React.useRef<HTMLSpanElement>(null);
  const [wide, setWide] = React.useState(false);
  React.useEffect(() => {
    const node = own.current!;
    const watch = new ResizeObserver(() => setWide(node.scrollWidth > node.clientWidth));
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  const reached = wide ? { tabIndex: 0, role: "group", "aria-label": label } : {};
  return (
    <span ref={own} className="cs231n-Grid" {...reached}>
      {rows}
    </span>
  );
}

interface INoteView {
  note: INote;
  retry: () => void;
  heir: React.RefObject<HTMLElement>;
}

// What the panel has to say itself; what went wrong can be tried again.
export function Note({ note, retry, heir }: INoteView): JSX.Element {
  return (
    <div className={note.fault ? "cs231n-Note cs231n-mod-fault" : "cs231n-Note"}>
      <Words text={note.text} />
      {note.fault && <PassingButton label="Try again" heir={heir} onClick={retry} />}
    </div>
  );
}

interface IButton {
  label: string;
  onClick: () => void;
  main?: boolean;
  disabled?: boolean;
  title?: string;
  spoken?: string;
}

// A button that can't be used stays reachable, so that the focus is not lost while a check runs.
export const Button = React.forwardRef<HTMLButtonElement, IButton>(function Button(props, ref) {
  const { label, onClick, main, disabled, title, spoken } = props;
  return (
    <button
      ref={ref}
      type="button"
      className={main ? "cs231n-Button cs231n-mod-main" : "cs231n-Button"}
      aria-disabled={disabled || undefined}
      aria-label={spoken}
      title={title}
      onClick={() => !disabled && onClick()}
    >
      {label}
    </button>
  );
});

// A button that goes away when its work is done, and hands the focus on to an heir.
export function PassingButton(props: IButton & { heir: React.RefObject<HTMLElement> }): JSX.Element {
  const own = React.useRef<HTMLButtonElement>(null);
  const { heir, ...rest } = props;
  React.useLayoutEffect(() => {
    const node = own.current;
    return () => {
      if (node && document.activeElement === node) heir.current?.focus();
    };
  }, [heir]);
  return <Button ref={own} {...rest} />;
}
