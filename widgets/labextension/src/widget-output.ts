// The renderers of our widgets' outputs. All code is the bundle's own and a payload is only data, so that widgets live in
// a notebook that is not trusted, and under a content policy that forbids scripts from elsewhere.

import type { IRenderMime, IRenderMimeRegistry } from "@jupyterlab/rendermime";
import type { Message } from "@lumino/messaging";
import { Panel, Widget } from "@lumino/widgets";
import { LiveWidget } from "./live-widget";
import { KERNEL_VIEW_MIME, WIDGET_MIME, widgetOutput } from "./widget-format";

const RANK = -20; // before ipywidgets' views, -10

/** Lets a registry show our widgets' outputs alive, and so every notebook that is opened later. */
export function addWidgetOutputs(rendermime: IRenderMimeRegistry): void {
  const createRenderer = () => new WidgetRenderer(rendermime);
  rendermime.addFactory({ safe: true, mimeTypes: [WIDGET_MIME], createRenderer }, RANK);
  rendermime.addFactory(
    { safe: true, mimeTypes: [KERNEL_VIEW_MIME], createRenderer: () => new NothingRenderer() },
    RANK,
  );
}

/** An output that is there for programs without this extension: its row is hidden. */
class NothingRenderer extends Widget implements IRenderMime.IRenderer {
  async renderModel(): Promise<void> {}

  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.parent?.hide();
  }
}

/** One view of a widget, or its picture and words where it can't be shown alive. */
class WidgetRenderer extends Panel implements IRenderMime.IRenderer {
  constructor(private _rendermime: IRenderMimeRegistry) {
    super();
    this.addClass("cs231n-Widget");
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this._unmount();
    this._model = model;
    if (this.isAttached) await this._mount(model);
  }

  dispose(): void {
    if (this.isDisposed) return;
    this._unmount();
    super.dispose();
  }

  /** Mounts the widget once it stands in its notebook, whose kernel and cell it needs to know. */
  protected onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    if (this._model && !this._isMounted) void this._mount(this._model);
  }

  private async _mount(model: IRenderMime.IMimeModel): Promise<void> {
    this._isMounted = true;
    try {
      if (await this._showAlive(model)) return;
    } catch (error) {
      console.error("A widget of cs231n_widgets could not be shown.", error);
    }
    if (this._model === model && !this.isDisposed) this._showPicture(model);
  }

  /** Returns whether there is a widget to show. */
  private async _showAlive(model: IRenderMime.IMimeModel): Promise<boolean> {
    const output = widgetOutput(model.data);
    if (!output) return false;
    const { WIDGET_MODULES } = await import("./widget-modules");
    const widget = WIDGET_MODULES.get(output.widget);
    if (!widget) return false;
    if (this._model !== model || this.isDisposed) return true;
    const life = LiveWidget.of(model, output);
    const el = document.createElement("div");
    this.node.append(el);
    life.enter(this);
    let cleanup: (() => void) | undefined;
    this._unmount = () => {
      this._unmount = this._clear;
      cleanup?.();
      life.leave(this);
      el.remove();
      this._clear();
    };
    cleanup = widget.render({ model: life.model.facade(), el });
    return true;
  }

  /** Shows the picture and the words that stand beside the widget in every output. */
  private _showPicture(model: IRenderMime.IMimeModel): void {
    this._unmount();
    this._isMounted = true;
    const mimeType = ["text/html", "text/plain"].find((type) => type in model.data);
    if (!mimeType) return;
    const picture = this._rendermime.createRenderer(mimeType);
    this.addWidget(picture);
    void picture.renderModel(model);
  }

  private _clear = (): void => {
    this._isMounted = false;
    for (const widget of [...this.widgets]) widget.dispose();
  };

  private _model: IRenderMime.IMimeModel | null = null;
  private _isMounted = false;
  private _unmount = this._clear;
}
