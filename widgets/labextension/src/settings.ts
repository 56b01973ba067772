import type { ISettingRegistry } from "@jupyterlab/settingregistry";

/** The panel's settings; schema/plugin.json describes them. */
export interface ISettings {
  timeLimit: number; // seconds that one cell may take
  checkOnRun: boolean;
  openOnStart: boolean;
}

/** The settings of who has set none. */
export const DEFAULT_SETTINGS: ISettings = { timeLimit: 20, checkOnRun: false, openOnStart: false };

/**
 * Keeps `settings` as the learner has set them. Without a registry, or when it fails, they stay as they are.
 *
 * @param pluginId - the plugin whose settings are read
 */
export async function followSettings(
  settings: ISettings,
  registry: ISettingRegistry | null,
  pluginId: string,
): Promise<void> {
  if (!registry) return;
  try {
    const loaded = await registry.load(pluginId);
    const read = () => void Object.assign(settings, loaded.composite);
    loaded.changed.connect(read);
    read();
  } catch (error) {
    console.warn("The course panel uses its default settings.", error);
  }
}
