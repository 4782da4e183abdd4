/** The colour of a tier's part of a score, the stronger the higher the tier; the base is wood. */
const strength = [22, 40, 66, 100];

export const toneOf = (of: "base" | number) =>
  of === "base"
    ? "var(--wood-line)"
    : `color-mix(in oklab, var(--film) ${strength[of] ?? 100}%, var(--surface))`;
