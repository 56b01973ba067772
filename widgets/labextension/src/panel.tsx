// The sidebar "Course".

import { ReactWidget, UseSignal } from "@jupyterlab/ui-components";
import type { Message } from "@lumino/messaging";
import * as React from "react";
import { Chapters, type IOpenChapter, Welcome } from "./chapters";
import type { CourseModel } from "./course_model";
import { OpenNotebook } from "./exercises";
import { courseIcon } from "./icon";
import { Note } from "./parts";

export class CoursePanel extends ReactWidget {
  static readonly id = "cs231n-course";

  constructor(
    private _model: CourseModel,
    private _open: (path: string) => void,
  ) {
    super();
    this.id = CoursePanel.id;
    this.addClass("cs231n-Panel");
    this.title.icon = courseIcon;
    this.title.caption = "Course";
    this.title.label = "";
    this.node.setAttribute("role", "region");
    this.node.setAttribute("aria-label", "Course");
    this.node.tabIndex = -1;
  }

  // Come into view without taking the focus.
  quiet = false;

  render(): JSX.Element {
    return (
      <UseSignal signal={this._model.changed}>{() => <CourseView model={this._model} open={this._open} />}</UseSignal>
    );
  }

  protected onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    if (!this.quiet) this.node.focus();
    this.quiet = false;
  }
}

function CourseView({ model, open }: { model: CourseModel } & IOpenChapter): JSX.Element {
  const state = model.current;
  // A notebook of ours shows its note beside its buttons.
  const note = state?.info?.ours ? null : (state?.note ?? null);
  const retry = () => void model.refresh();
  const heir = React.useRef<HTMLHeadingElement>(null);
  return (
    <>
      <h2 ref={heir} tabIndex={-1}>
        Course
      </h2>
      {!model.course && !model.fault && <p className="cs231n-Quiet">Asking the server…</p>}
      {note && <Note note={note} retry={retry} heir={heir} />}
      {model.fault && model.fault !== state?.note?.text && (
        <Note note={{ text: model.fault, fault: true }} retry={retry} heir={heir} />
      )}
      <Welcome model={model} open={open} heir={heir} />
      <OpenNotebook model={model} />
      <Chapters model={model} open={open} />
    </>
  );
}
