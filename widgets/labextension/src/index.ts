// The plugin: puts the parts together. Needs the notebooks; takes what else there is.

import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { ILauncher } from "@jupyterlab/launcher";
import { INotebookTracker, NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { installAnnouncer } from "./announcer";
import { courseOf, isAnswer } from "./answers";
import { CourseApi } from "./api";
import { Badges, installBadgeKeys } from "./badges";
import { addCommands, CATEGORY, Ids } from "./commands";
import { CourseModel } from "./course_model";
import { CoursePanel } from "./panel";
import { DEFAULTS, followSettings, type ISettings } from "./settings";

const ID = "cs231n-kit:plugin";

const plugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: "The course: chapters, exercises, checks and hints beside the notebook.",
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ISettingRegistry, ICommandPalette, ILauncher, ILayoutRestorer],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    registry: ISettingRegistry | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    restorer: ILayoutRestorer | null,
  ) => {
    const settings = { ...DEFAULTS };
    const model = new CourseModel(new CourseApi(app.serviceManager.serverSettings), tracker, settings);
    const panel = new CoursePanel(model, (path) => void app.commands.execute("docmanager:open", { path }));
    installAnnouncer();
    installBadgeKeys();
    addCommands(app, model);
    addBadges(model, tracker);
    checkOnRun(model, settings);
    app.shell.add(panel, "left", { rank: 600, type: "Course" });
    restorer?.add(panel, panel.id);
    Object.values(Ids).forEach((command) =>
      palette?.addItem({ command, category: CATEGORY, args: { isPalette: true } }),
    );
    launcher?.add({ command: Ids.show, category: CATEGORY, args: { isLauncher: true } });
    void Promise.all([app.restored, followSettings(settings, registry, ID)]).then(() => {
      if (settings.openOnStart) open(app, panel);
    });
  },
};

function open(app: JupyterFrontEnd, panel: CoursePanel): void {
  panel.quiet = true;
  app.shell.activateById(panel.id);
}

function addBadges(model: CourseModel, tracker: INotebookTracker): void {
  const add = (panel: NotebookPanel) => {
    const open = model.opening(panel);
    if (open) new Badges(panel, open.state, open.checker);
  };
  tracker.forEach(add);
  model.opened.connect((_, panel) => add(panel));
}

// When the learner wants it so: an answer cell that was run is checked too.
function checkOnRun(model: CourseModel, settings: ISettings): void {
  NotebookActions.executed.connect((_, { notebook, cell, success }) => {
    if (!settings.checkOnRun || !success || !isAnswer(cell.model)) return;
    const panel = model.tracker.find((one) => one.content === notebook);
    if (panel) void model.opening(panel)?.checker.check([courseOf(cell.model).exercise!]);
  });
}

export default plugin;
