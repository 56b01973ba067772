// The sidebar "Course".

import { ReactWidget, UseSignal } from "@jupyterlab/ui-components";
import type { Message } from "@lumino/messaging";
import * as React from "react";
import { Chapters, Welcome } from "./chapters";
import { Note } from "./components";
import type { CourseModel } from "./course-model";
import { OpenNotebook } from "./exercises";
import { courseIcon } from "./icon";
import { TranslationContext, useTranslation } from "./translation";

/** The course's panel in the sidebar. */
export class CoursePanel extends ReactWidget {
  static readonly id = "cs231n-course";

  constructor(
    private _model: CourseModel,
    private _openNotebook: (path: string) => void,
  ) {
    super();
    const { trans } = _model;
    this.id = CoursePanel.id;
    this.addClass("cs231n-Panel");
    this.title.icon = courseIcon;
    this.title.caption = trans.__("Course");
    this.title.label = "";
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", trans.__("Course"));
    this.node.tabIndex = -1;
  }

  /** Whether the panel leaves the focus where it is when it comes into view next. */
  keepsFocusElsewhere = false;

  render(): JSX.Element {
    return (
      <TranslationContext.Provider value={this._model.trans}>
        <UseSignal signal={this._model.changed}>
          {() => <CourseView model={this._model} openNotebook={this._openNotebook} />}
        </UseSignal>
      </TranslationContext.Provider>
    );
  }

  protected onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    if (!this.keepsFocusElsewhere) this.node.focus();
    this.keepsFocusElsewhere = false;
  }
}

interface ICourseProps {
  model: CourseModel;
  openNotebook: (path: string) => void;
}

function CourseView({ model, openNotebook }: ICourseProps): JSX.Element {
  const trans = useTranslation();
  const heading = React.useRef<HTMLHeadingElement>(null);
  const state = model.current;
  // A notebook of the course shows its note beside its buttons.
  const note = state?.info?.in_course ? null : (state?.note ?? null);
  const isShown = model.fault === state?.note?.text; // both requests may have failed for one reason
  const onRetry = () => void model.refresh();
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {trans.__("Course")}
      </h2>
      {!model.course && !model.fault && <p className="cs231n-Quiet">{trans.__("Asking the server…")}</p>}
      {note && <Note note={note} onRetry={onRetry} focusFallback={heading} />}
      {model.fault && !isShown && (
        <Note note={{ kind: "server-fault", text: model.fault }} onRetry={onRetry} focusFallback={heading} />
      )}
      <Welcome model={model} openNotebook={openNotebook} focusFallback={heading} />
      <OpenNotebook model={model} />
      <Chapters model={model} openNotebook={openNotebook} />
    </>
  );
}
