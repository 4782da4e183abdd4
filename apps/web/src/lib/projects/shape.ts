import { type Shape, shapes } from "./wish.ts";

/** Where a device remembers how it shows the board: a cookie, so that the page arrives as it stays. */
export const shapeCookie = "maru_projects_shape";

export const shapeOf = (value: unknown): Shape => shapes.find((shape) => shape === value) ?? "grid";
