// The commands, for the palette, the shortcuts and the launcher.

import type { JupyterFrontEnd } from "@jupyterlab/application";
import type { CourseModel } from "./course_model";
import { courseIcon } from "./icon";
import { CoursePanel } from "./panel";

export const CATEGORY = "Course";

export const Ids = {
  show: "cs231n:show",
  check: "cs231n:check",
  checkAll: "cs231n:check-all",
  cancel: "cs231n:cancel",
  hint: "cs231n:hint",
  reset: "cs231n:reset",
  undoReset: "cs231n:undo-reset",
  book: "cs231n:book",
} as const;

export function addCommands(app: JupyterFrontEnd, model: CourseModel): void {
  const { commands, shell } = app;
  commands.addCommand(Ids.show, {
    label: (args) => (args.isLauncher ? "Course" : "Show the Course Panel"),
    caption: "Chapters, exercises and checks",
    icon: (args) => (args.isPalette ? undefined : courseIcon),
    execute: () => shell.activateById(CoursePanel.id),
  });
  addChecks(app, model);
  addHelp(app, model);
}

function addChecks({ commands }: JupyterFrontEnd, model: CourseModel): void {
  const idle = () => !!model.current?.idle;
  commands.addCommand(Ids.check, {
    label: "Check This Exercise",
    isEnabled: () => idle() && !!model.current?.selected,
    execute: () => model.check(model.current?.selected ?? ""),
  });
  commands.addCommand(Ids.checkAll, {
    label: "Check All Exercises",
    isEnabled: idle,
    execute: () => model.check(null),
  });
  commands.addCommand(Ids.cancel, {
    label: "Cancel the Check",
    isEnabled: () => !!model.current?.checking.size,
    execute: () => model.cancel(),
  });
}

function addHelp({ commands }: JupyterFrontEnd, model: CourseModel): void {
  const chosen = () => model.current?.selected ?? "";
  commands.addCommand(Ids.hint, {
    label: "Show Hint",
    isEnabled: () => !!model.current?.view(chosen())?.exercise.hints.length,
    execute: () => model.showHint(chosen()),
  });
  commands.addCommand(Ids.reset, {
    label: "Reset to Starter",
    isEnabled: () => !!model.current?.view(chosen())?.cells.length,
    execute: () => model.reset(chosen()),
  });
  commands.addCommand(Ids.undoReset, {
    label: "Undo Reset",
    isEnabled: () => model.canUndo(chosen()),
    execute: () => model.undoReset(chosen()),
  });
  commands.addCommand(Ids.book, {
    label: "Open the Book Page",
    isEnabled: () => !!page(model),
    execute: () => void window.open(model.api.address(page(model)!), "_blank", "noopener"),
  });
}

const page = (model: CourseModel): string | null => model.current?.info?.book ?? model.course?.book.url ?? null;
