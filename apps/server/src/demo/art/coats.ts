export type Pattern = "tabby" | "tuxedo" | "patches" | "point" | "solid";

export interface Coat {
  pattern: Pattern;
  base: string;
  dark: string;
  /** The second colour of patches. */
  spot?: string;
  light: string;
  eye: string;
  whiskers?: string;
}

export const coats = {
  cheese: { pattern: "tabby", base: "#e9a45c", dark: "#c9773a", light: "#fff3e0", eye: "#8a9a3c" },
  mackerel: { pattern: "tabby", base: "#a39a8d", dark: "#6a6157", light: "#f6efe4", eye: "#9aa84a" },
  brown: { pattern: "tabby", base: "#9a7353", dark: "#5d4230", light: "#ead9c2", eye: "#b7a13c" },
  cream: { pattern: "tabby", base: "#f3d9b1", dark: "#ddb27c", light: "#fffaf0", eye: "#7aa0a8" },
  tuxedo: {
    pattern: "tuxedo",
    base: "#3a3532",
    dark: "#262220",
    light: "#fbf6ee",
    eye: "#d7a936",
    whiskers: "#8d837b",
  },
  calico: {
    pattern: "patches",
    base: "#fbf3e6",
    dark: "#d98643",
    spot: "#4a3f39",
    light: "#fffaf2",
    eye: "#b3913a",
  },
  tortie: {
    pattern: "patches",
    base: "#463a34",
    dark: "#c9773a",
    spot: "#2e2724",
    light: "#5a4b43",
    eye: "#d2a63c",
    whiskers: "#a3968c",
  },
  blue: { pattern: "solid", base: "#8e97a1", dark: "#747d88", light: "#a3abb4", eye: "#7aa860" },
  white: { pattern: "solid", base: "#fdf8ef", dark: "#eadfce", light: "#fffdf8", eye: "#6aa3b8" },
  black: {
    pattern: "solid",
    base: "#332f2f",
    dark: "#252222",
    light: "#433e3d",
    eye: "#d9b04a",
    whiskers: "#8d837b",
  },
  siam: { pattern: "point", base: "#efe2cd", dark: "#6b5142", light: "#f8efe0", eye: "#5b93c4" },
} satisfies Record<string, Coat>;

export type CoatName = keyof typeof coats;

export const tailColour = (coat: Coat) =>
  coat.pattern === "point" || coat.pattern === "patches" ? coat.dark : coat.base;
export const pawColour = (coat: Coat) =>
  coat.pattern === "solid" ? coat.base : coat.pattern === "point" ? coat.dark : coat.light;
