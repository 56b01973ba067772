// The commands, for the palette, the shortcuts and the launcher.

import type { JupyterFrontEnd } from "@jupyterlab/application";
import type { CourseModel } from "./course-model";
import { courseIcon } from "./icon";
import { CoursePanel } from "./panel";

/** The ids of the commands; schema/plugin.json gives some of them keys. */
export const CommandIds = {
  show: "cs231n:show",
  check: "cs231n:check",
  checkAll: "cs231n:check-all",
  cancel: "cs231n:cancel",
  hint: "cs231n:hint",
  reset: "cs231n:reset",
  undoReset: "cs231n:undo-reset",
  book: "cs231n:book",
} as const;

/** Adds all commands to the application. */
export function addCommands(app: JupyterFrontEnd, model: CourseModel): void {
  const { commands, shell } = app;
  const { trans } = model;
  commands.addCommand(CommandIds.show, {
    label: (args) => (args.isLauncher ? trans.__("Course") : trans.__("Show the Course Panel")),
    caption: trans.__("Chapters, exercises and checks"),
    icon: (args) => (args.isPalette ? undefined : courseIcon),
    execute: () => shell.activateById(CoursePanel.id),
  });
  addCheckCommands(app, model);
  addHelpCommands(app, model);
}

function addCheckCommands({ commands }: JupyterFrontEnd, model: CourseModel): void {
  const { trans } = model;
  const isIdle = () => !!model.current?.isIdle;
  commands.addCommand(CommandIds.check, {
    label: trans.__("Check This Exercise"),
    isEnabled: () => isIdle() && !!model.current?.selected,
    execute: () => model.check(model.current?.selected ?? ""),
  });
  commands.addCommand(CommandIds.checkAll, {
    label: trans.__("Check All Exercises"),
    isEnabled: isIdle,
    execute: () => model.check(null),
  });
  commands.addCommand(CommandIds.cancel, {
    label: trans.__("Cancel the Check"),
    isEnabled: () => !!model.current?.checking.size,
    execute: () => model.cancel(),
  });
}

function addHelpCommands({ commands }: JupyterFrontEnd, model: CourseModel): void {
  const { trans } = model;
  const selected = () => model.current?.selected ?? "";
  const view = () => model.current?.view(selected());
  commands.addCommand(CommandIds.hint, {
    label: trans.__("Show Hint"),
    isEnabled: () => !!view()?.exercise.hints.length,
    execute: () => model.showNextHint(selected()),
  });
  commands.addCommand(CommandIds.reset, {
    label: trans.__("Reset to Starter"),
    isEnabled: () => !!view()?.cells.length,
    execute: () => model.reset(selected()),
  });
  commands.addCommand(CommandIds.undoReset, {
    label: trans.__("Undo Reset"),
    isEnabled: () => model.canUndoReset(selected()),
    execute: () => model.undoReset(selected()),
  });
  commands.addCommand(CommandIds.book, {
    label: trans.__("Open the Book Page"),
    isEnabled: () => bookUrl(model) !== null,
    execute: () => void window.open(model.api.url(bookUrl(model)!), "_blank", "noopener"),
  });
}

/** Returns the address of the notebook's page in the book, else of the book's first page; null without a book. */
const bookUrl = (model: CourseModel): string | null => model.current?.info?.book_url ?? model.course?.book.url ?? null;
