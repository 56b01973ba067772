// Tell a screen reader what happens, also while the panel is hidden.

import { DisposableDelegate, type IDisposable } from "@lumino/disposable";

const region = document.createElement("div");
region.className = "cs231n-Announcer";
region.setAttribute("role", "status");
region.setAttribute("aria-live", "polite");
region.setAttribute("aria-atomic", "false"); // a status is read as a whole, old lines too, unless told otherwise

export function installAnnouncer(): IDisposable {
  document.body.append(region);
  return new DisposableDelegate(() => region.remove());
}

export function announce(text: string): void {
  // One line each, so that what comes within the same moment is heard too; old lines go.
  const line = document.createElement("p");
  line.textContent = text;
  region.append(line);
  while (region.childElementCount > 5) region.firstElementChild!.remove();
}
