// What all views of one output share: the widget's model, joined to the kernel's where there is one, and to what the
// notebook remembers.

import { Cell, type ICellModel } from "@jupyterlab/cells";
import { NotebookPanel } from "@jupyterlab/notebook";
import type { IRenderMime } from "@jupyterlab/rendermime";
import type { Widget } from "@lumino/widgets";
import { HostModel } from "../../js/shared/host_model.js";
import { courseMetadata } from "./answer-cells";
import { type Kept, keepIn, keptIn } from "./kept";
import { KernelJoin } from "./kernel-model";
import { type IWidgetOutput, kernelModelId } from "./widget-format";

const lives = new WeakMap<IRenderMime.IMimeModel, LiveWidget>();

/** The life of one output's widget, from its first view to its last. */
export class LiveWidget {
  /** Returns the live widget of an output, which all its views share. */
  static of(model: IRenderMime.IMimeModel, output: IWidgetOutput): LiveWidget {
    const life = lives.get(model) ?? new LiveWidget(output, kernelModelId(model), () => lives.delete(model));
    lives.set(model, life);
    return life;
  }

  private constructor(
    private _output: IWidgetOutput,
    private _kernelModelId: string | null,
    private _onEnd: () => void,
  ) {
    this.model = new HostModel(_output.state);
  }

  readonly model: HostModel;

  /** Takes in a view, which stands in a cell of a notebook, or in a window of its own. */
  enter(view: Widget): void {
    this._views.add(view);
    const panel = ancestor(view, NotebookPanel);
    const cell = ancestor(view, Cell)?.model;
    if (!panel || !cell || this._isAtHome) return;
    this._isAtHome = true;
    if (courseMetadata(cell).question === this._output.state.question) this._remember(cell);
    if (this._kernelModelId === null) return;
    const { state, keep } = this._output;
    const isKept = (trait: string) => keep.includes(trait) && trait in keptIn(cell);
    this._join = new KernelJoin(this.model, this._kernelModelId, Object.keys(state), isKept);
    void this._join.follow(panel);
  }

  /** Lets a view go; with the last the life ends. */
  leave(view: Widget): void {
    this._views.delete(view);
    if (this._views.size > 0) return;
    this._join?.dispose();
    this._forget();
    this._onEnd();
  }

  private _remember(cell: ICellModel): void {
    const { keep } = this._output;
    const read = () => {
      const kept = keptIn(cell);
      this.model.set(Object.fromEntries(keep.filter((trait) => trait in kept).map((trait) => [trait, kept[trait]])));
    };
    read();
    const write = () => keepIn(cell, Object.fromEntries(keep.map((trait) => [trait, this.model.get(trait)])) as Kept);
    this.model.on(keep.map((trait) => `change:${trait}`).join(" "), write, this);
    cell.metadataChanged.connect(read);
    this._forget = () => {
      this.model.off(null, null, this);
      cell.metadataChanged.disconnect(read);
    };
  }

  private _views = new Set<Widget>();
  private _isAtHome = false;
  private _join: KernelJoin | null = null;
  private _forget: () => void = () => undefined;
}

function ancestor<T extends Widget>(widget: Widget, type: abstract new (...args: never[]) => T): T | null {
  for (let at = widget.parent; at; at = at.parent) if (at instanceof type) return at;
  return null;
}
