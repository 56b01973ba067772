// What screen readers are told, also while the panel is hidden.

import { DisposableDelegate, type IDisposable } from "@lumino/disposable";

const LINES = 5; // that are kept

const region = document.createElement("div");
region.className = "cs231n-Announcer";
region.setAttribute("role", "status");
region.setAttribute("aria-live", "polite");
region.setAttribute("aria-atomic", "false"); // a status is read as a whole, old lines too, unless told otherwise

/** Puts the live region into the page; disposing of the result takes it out again. */
export function installAnnouncer(): IDisposable {
  document.body.append(region);
  return new DisposableDelegate(() => region.remove());
}

/** Lets screen readers say a text. */
export function announce(text: string): void {
  // One line each, so that texts that come in the same moment are all heard; old lines go.
  const line = document.createElement("p");
  line.textContent = text;
  region.append(line);
  while (region.childElementCount > LINES) region.firstElementChild!.remove();
}
