// Theme, language and motion: what the reader chose or the system asks for, told to the document and to the picture.

import { byId } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Picture } from "./picture.js" */
/** @import { Theme } from "./settings.js" */

const darkness = matchMedia("(prefers-color-scheme: dark)");
/** One after the other: the first press changes what is seen. @returns {Theme[]} */
const themes = () => (darkness.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"]);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * @param {Theme} first
 * @param {(theme: Theme) => void} changed
 */
export function createTheme(first, changed) {
  let theme = first;
  const button = byId("theme", HTMLButtonElement);
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    const label = t(`theme.${theme}`);
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    const all = themes();
    theme = all[(all.indexOf(theme) + 1) % all.length] ?? "auto";
    apply();
    changed(theme);
  });
  apply();
  return { apply, dark: () => (theme === "auto" ? darkness.matches : theme === "dark") };
}

/** Keeps the picture's look in step with the system's. @param {Picture} picture @param {() => boolean} dark */
export function followSystem(picture, dark) {
  const look = () => picture.setLook({ dark: dark(), reducedMotion: calm.matches });
  darkness.addEventListener("change", look);
  calm.addEventListener("change", look);
  look();
}
