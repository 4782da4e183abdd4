/** R(x): to the nearest whole number, halves upwards (films.md, Conventions). */
export const rounded = (x: number): number => Math.floor(x + 0.5);

export const clamp = (x: number, least: number, most: number): number => Math.min(most, Math.max(least, x));

/** σ(x). */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
