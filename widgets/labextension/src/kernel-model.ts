// The kernel's side of a widget: the model that ipywidgets keeps for it in the page, if there is one.

import type { NotebookPanel } from "@jupyterlab/notebook";
import type { ISignal } from "@lumino/signaling";
import type { Widget } from "@lumino/widgets";
import type { HostModel } from "../../js/shared/host_model.js";
import { pause } from "./pause";

const KERNEL_VIEW = "application/vnd.jupyter.widget-view+json";

/** What is used here of a model of ipywidgets. */
interface IKernelModel {
  get(trait: string): unknown;
  set(values: object): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}

/** What is used here of the manager that ipywidgets has for each notebook. */
interface IWidgetManager {
  has_model(id: string): boolean;
  get_model(id: string): Promise<IKernelModel>;
  /** Fires when the models of a kernel have been read, also after a restart. */
  restored: ISignal<unknown, void>;
}

/** The renderer that ipywidgets makes for a view of a model; it knows the manager once it was given one. */
interface IKernelViewRenderer extends Widget {
  _manager?: { promise?: Promise<IWidgetManager> };
}

const ATTEMPTS = 20;
const PAUSE = 50; // milliseconds between two attempts
const managers = new WeakMap<NotebookPanel["context"], IWidgetManager>();

/**
 * Returns the manager of a notebook, or null where there is no ipywidgets. ipywidgets hands its manager to nobody but its
 * own renderers, and that only a moment after the kernel is there: so one is made to ask it, and another, if need be.
 */
async function managerOf({ context, content, sessionContext }: NotebookPanel): Promise<IWidgetManager | null> {
  await sessionContext.ready;
  for (let attempt = 0; attempt < ATTEMPTS && !managers.has(context); attempt++) {
    if (context.isDisposed || !content.rendermime.mimeTypes.includes(KERNEL_VIEW)) return null;
    const renderer = content.rendermime.createRenderer(KERNEL_VIEW) as unknown as IKernelViewRenderer;
    const manager = await Promise.race([renderer._manager?.promise, pause(PAUSE)]);
    renderer.dispose();
    if (manager) managers.set(context, manager);
  }
  return managers.get(context) ?? null;
}

/** Returns the values of some traits, of those that a model has. */
function valuesOf(model: { get(trait: string): unknown }, traits: string[]): object {
  const values = traits.map((trait) => [trait, model.get(trait)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Joins a widget's model to the kernel's, for as long as that lives. */
export class KernelJoin {
  /**
   * @param own - the model that the views show; it lives on without the kernel
   * @param id - of the kernel's model
   * @param traits - what the two have in common
   * @param ownFirst - tells whether the own value counts when they are joined; else the kernel's does
   */
  constructor(
    private _own: HostModel,
    private _id: string,
    private _traits: string[],
    private _ownFirst: (trait: string) => boolean,
  ) {}

  /** Joins as soon as the notebook's manager knows the kernel's model. */
  async follow(notebook: NotebookPanel): Promise<void> {
    const manager = await managerOf(notebook);
    if (!manager || this._isDisposed) return;
    this._hasKernel = () => notebook.sessionContext.session?.kernel?.connectionStatus === "connected";
    const find = () => void this._find(manager);
    manager.restored.connect(find);
    this._leaveManager = () => manager.restored.disconnect(find);
    find();
  }

  dispose(): void {
    this._isDisposed = true;
    this._leaveManager();
    this._part();
  }

  private async _find(manager: IWidgetManager): Promise<void> {
    if (this._isDisposed || !manager.has_model(this._id)) return;
    const model = await manager.get_model(this._id).catch(() => null);
    if (model && model !== this._kernel && !this._isDisposed) this._join(model);
  }

  private _join(kernel: IKernelModel): void {
    this._part();
    this._kernel = kernel;
    const own = this._own;
    const isFirst = this._ownFirst;
    const tell = (traits = this._traits) => kernel.set(valuesOf(own, traits));
    const hear = (traits = this._traits) => own.set(valuesOf(kernel, traits));
    const onKernelChange = () => hear();
    const onDestroy = () => this._part();
    hear(this._traits.filter((trait) => !isFirst(trait)));
    tell(this._traits.filter(isFirst));
    own.on("change", () => tell(), this);
    own.on("save", () => this._save(kernel), this);
    kernel.on("change", onKernelChange);
    kernel.on("destroy", onDestroy);
    this._leaveKernel = () => {
      own.off(null, null, this);
      kernel.off("change", onKernelChange);
      kernel.off("destroy", onDestroy);
    };
    this._save(kernel);
  }

  /** Sends what has changed to the kernel, unless it has died or is out of reach. */
  private _save(kernel: IKernelModel): void {
    if (this._hasKernel()) kernel.save_changes();
  }

  private _part(): void {
    this._leaveKernel();
    this._leaveKernel = () => undefined;
    this._kernel = null;
  }

  private _kernel: IKernelModel | null = null;
  private _hasKernel = () => false;
  private _leaveKernel: () => void = () => undefined;
  private _leaveManager: () => void = () => undefined;
  private _isDisposed = false;
}
