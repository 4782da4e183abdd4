import type { Instance, Locale, Theme } from "#lib/api/types.ts";

export const themes: readonly Theme[] = ["auto", "light", "dark"];

export function readTheme(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? "auto";
}

/** The page's language, theme and look are in the HTML itself: nothing flashes and no script is needed. */
export function fillTemplate(html: string, locale: Locale, theme: Theme, look: Instance["look"] = "wood") {
  return html
    .replace("%maru.lang%", locale)
    .replace("%maru.theme%", theme === "auto" ? "" : ` data-theme="${theme}"`)
    .replace("%maru.look%", look === "wood" ? "" : ` data-look="${look}"`);
}
