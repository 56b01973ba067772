// The kernel's side of a widget: the model that ipywidgets keeps for it in the page, if there is one.

import type { Notebook } from "@jupyterlab/notebook";
import type { ISignal } from "@lumino/signaling";
import type { HostModel } from "../../js/shared/host_model.js";

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

const managers = new WeakMap<Notebook, Promise<IWidgetManager>>();

/**
 * Returns the manager of a notebook. ipywidgets hands it to nobody but its own renderer, so one is made to ask it. Where
 * there is no ipywidgets, the promise is never kept.
 */
function managerOf({ rendermime }: Notebook): Promise<IWidgetManager> {
  if (!rendermime.mimeTypes.includes(KERNEL_VIEW)) return new Promise(() => undefined);
  const renderer = rendermime.createRenderer(KERNEL_VIEW) as unknown as { _manager?: { promise?: unknown } };
  const promise = renderer._manager?.promise;
  return promise instanceof Promise ? promise : new Promise(() => undefined);
}

const valuesOf = (model: { get(trait: string): unknown }, traits: string[]): object =>
  Object.fromEntries(traits.map((trait) => [trait, model.get(trait)]));

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
  async follow(notebook: Notebook): Promise<void> {
    if (!managers.has(notebook)) managers.set(notebook, managerOf(notebook));
    const manager = await managers.get(notebook)!;
    if (this._isDisposed) return;
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

  /** Sends what has changed to the kernel. If it has died, the own model goes on alone. */
  private _save(kernel: IKernelModel): void {
    try {
      kernel.save_changes();
    } catch {
      this._part();
    }
  }

  private _part(): void {
    this._leaveKernel();
    this._leaveKernel = () => undefined;
    this._kernel = null;
  }

  private _kernel: IKernelModel | null = null;
  private _leaveKernel: () => void = () => undefined;
  private _leaveManager: () => void = () => undefined;
  private _isDisposed = false;
}
