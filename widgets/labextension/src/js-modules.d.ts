// The widgets' own JavaScript, which the page and anywidget use as it is.

declare module "*/js/shared/host_model.js" {
  /** The model of a widget without a kernel. */
  export class HostModel {
    constructor(state: object);
    get(trait: string): unknown;
    set(values: object): void;
    on(events: string, callback: () => void, owner?: object): void;
    off(events: string | null, callback?: (() => void) | null, owner?: object): void;
    facade(): object;
  }
}

declare module "*/js/predict/controls.js" {
  /** What an answer is given with. */
  export interface IControl {
    node: HTMLElement;
    value(): unknown;
    show(value: unknown): void;
  }
  /** Returns the control of a question. */
  export function makeControl(question: object, label: string): IControl;
}

declare module "*/js/predict/messages.js" {
  /** Returns a guess in words, or "" if there is none. */
  export function guessText(state: object): string;
}

declare module "*/index.js" {
  const widget: {
    /** Draws the widget into an element; returns what takes it down again. */
    render(place: { model: object; el: HTMLElement }): () => void;
  };
  export default widget;
}

declare module "*.css";
