// The panel's settings, as the learner has set them.

import type { ISettingRegistry } from "@jupyterlab/settingregistry";

export interface ISettings {
  timeLimit: number; // seconds that one cell may take
  checkOnRun: boolean;
  openOnStart: boolean;
}

export const DEFAULTS: ISettings = { timeLimit: 20, checkOnRun: false, openOnStart: false };

// Keep `settings` as the learner has set them; without a registry, or when it fails, they stay as they are.
export async function followSettings(
  settings: ISettings,
  registry: ISettingRegistry | null,
  id: string,
): Promise<void> {
  if (!registry) return;
  try {
    const loaded = await registry.load(id);
    const read = () => void Object.assign(settings, loaded.composite);
    loaded.changed.connect(read);
    read();
  } catch (error) {
    console.warn("The course panel uses its default settings.", error);
  }
}
