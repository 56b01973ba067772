// The plugin: puts the parts together. It needs the notebooks, and uses what else the application has.

import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { ILauncher } from "@jupyterlab/launcher";
import { INotebookTracker, NotebookActions, type NotebookPanel } from "@jupyterlab/notebook";
import { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { ITranslator, nullTranslator } from "@jupyterlab/translation";
import { installAnnouncer } from "./announcer";
import { answeredExercise } from "./answer-cells";
import { CourseApi } from "./api";
import { showBadges } from "./badges";
import { installPartKeys } from "./cell-parts";
import { addCommands, CommandIds } from "./commands";
import { CourseModel } from "./course-model";
import { showFolds } from "./folds";
import { CoursePanel } from "./panel";
import { Questions } from "./questions";
import { DEFAULT_SETTINGS, followSettings, type ISettings } from "./settings";
import { DOMAIN } from "./translation";
import { addWidgetOutputs } from "./widget-output";

const PLUGIN_ID = "cs231n-kit:plugin";

/** The course in JupyterLab and Notebook: the panel, the badges and the commands. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: PLUGIN_ID,
  description: "The course: chapters, exercises, checks and hints beside the notebook.",
  autoStart: true,
  requires: [INotebookTracker, IRenderMimeRegistry],
  optional: [ITranslator, ISettingRegistry, ICommandPalette, ILauncher, ILayoutRestorer],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    rendermime: IRenderMimeRegistry,
    translator: ITranslator | null,
    registry: ISettingRegistry | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    restorer: ILayoutRestorer | null,
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);
    const settings = { ...DEFAULT_SETTINGS };
    const api = new CourseApi(app.serviceManager.serverSettings, trans);
    const model = new CourseModel(api, tracker, settings, trans);
    const panel = new CoursePanel(model, (path) => void app.commands.execute("docmanager:open", { path }));
    addWidgetOutputs(rendermime);
    installAnnouncer();
    installPartKeys();
    addCommands(app, model);
    addParts(model, tracker);
    checkOnRun(model, settings);
    app.shell.add(panel, "left", { rank: 600, type: "Course" });
    restorer?.add(panel, panel.id);
    const category = trans.__("Course");
    for (const command of Object.values(CommandIds)) {
      palette?.addItem({ command, category, args: { isPalette: true } });
    }
    launcher?.add({ command: CommandIds.show, category, args: { isLauncher: true } });
    void Promise.all([app.restored, followSettings(settings, registry, PLUGIN_ID)]).then(() => {
      if (settings.openOnStart) showPanel(app, panel);
    });
  },
};

/** Brings the panel into view without moving the focus there. */
function showPanel(app: JupyterFrontEnd, panel: CoursePanel): void {
  panel.keepsFocusElsewhere = true;
  app.shell.activateById(panel.id);
}

/** Adds what is ours within the cells of every notebook. */
function addParts(model: CourseModel, tracker: INotebookTracker): void {
  const add = (panel: NotebookPanel) => {
    const notebook = model.notebookOf(panel);
    if (notebook) showBadges(panel, notebook, model);
    showFolds(panel);
    new Questions(panel, model.trans);
  };
  tracker.forEach(add);
  model.viewAdded.connect((_, panel) => add(panel));
}

/** Checks an answer whenever its cell has been run, if the learner wants that. */
function checkOnRun(model: CourseModel, settings: ISettings): void {
  NotebookActions.executed.connect((_, { notebook, cell, success }) => {
    const exerciseId = answeredExercise(cell.model);
    if (!settings.checkOnRun || !success || exerciseId === null) return;
    const panel = model.tracker.find((one) => one.content === notebook);
    if (panel) void model.notebookOf(panel)?.checker.check([exerciseId]);
  });
}

export default plugin;
