import { nullTranslator, type TranslationBundle } from "@jupyterlab/translation";
import * as React from "react";

/** The domain of the panel's texts in JupyterLab's language packs. */
export const DOMAIN = "cs231n_kit";

/** Hands the translations down to the components. */
export const TranslationContext = React.createContext<TranslationBundle>(nullTranslator.load(DOMAIN));

/** Returns the translations, in a component. */
export const useTranslation = (): TranslationBundle => React.useContext(TranslationContext);
