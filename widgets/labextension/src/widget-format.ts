// What the outputs of our widgets hold. cs231n_widgets/base.py writes them; anybody may have changed them since. No
// imports but types: the unit tests run this file in node as it is.

/** The MIME type of what shows a widget alive. */
export const WIDGET_MIME = "application/vnd.cs231n.widget+json";

/** The MIME type that marks a second output, for programs that can't show the first. */
export const KERNEL_VIEW_MIME = "application/vnd.cs231n.widget-view+json";

/** A widget as its output holds it. */
export interface IWidgetOutput {
  /** The name of its module. */
  widget: string;
  /** Its traits. */
  state: Record<string, unknown>;
  /** The traits that a notebook remembers for its reader. */
  keep: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns the widget in the data of an output, or null if there is none that is well formed. */
export function widgetOutput(data: object): IWidgetOutput | null {
  const found = (data as Record<string, unknown>)[WIDGET_MIME];
  if (!isObject(found) || typeof found.widget !== "string" || !isObject(found.state)) return null;
  const { widget, state, keep = [] } = found;
  if (!Array.isArray(keep) || !keep.every((trait) => typeof trait === "string" && Object.hasOwn(state, trait))) {
    return null;
  }
  return { widget, state, keep };
}

/** Returns the id of the model that the kernel had for an output's widget, or null if it had none. */
export function kernelModelId({ metadata }: { metadata: object }): string | null {
  const about = (metadata as Record<string, unknown>)[WIDGET_MIME];
  return isObject(about) && typeof about.model_id === "string" ? about.model_id : null;
}
