import { startFold } from "../../src/spaces/films/engine/index.ts";
import { expandEvents } from "./case-events.ts";
import type { FilmCase } from "./case-file.ts";
import { readPure } from "./pure-case.ts";
import { readOut } from "./read-out.ts";

/** Something in a case that came out otherwise. */
export interface Difference {
  path: string;
  expected: unknown;
  got: unknown;
}

/** Replays a case from an empty state, and tells what differs from what it expects; nothing does when it passes. */
export function replayCase(one: FilmCase, tolerance: number): Difference[] {
  try {
    return differences(one.expect, run(one), tolerance, "");
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [{ path: "the case itself", expected: "something to replay", got: error.message }];
  }
}

function run(one: FilmCase): unknown {
  if (one.kind === "pure") return readPure(one.fn, one.input);
  const state = startFold();
  let dropped = 0;
  for (const event of expandEvents(one.id, one.events ?? []))
    if (state.takeIn(event) === "dropped") dropped++;
  return readOut(state, dropped);
}

function differences(expected: unknown, got: unknown, tolerance: number, path: string): Difference[] {
  if (isTree(expected) && isTree(got)) {
    const at = (key: string) => (path ? `${path}.${key}` : key);
    const names = Object.keys(expected);
    // Of what a case does not speak of it says nothing; a list it gives whole.
    if (Array.isArray(expected) && Array.isArray(got))
      names.push(...Object.keys(got.slice(names.length)).map((key) => String(Number(key) + expected.length)));
    return names.flatMap((key) => differences(expected[key], got[key], tolerance, at(key)));
  }
  if (typeof expected === "number" && typeof got === "number") {
    // What is expected was rounded itself, and a decimal fraction is rarely a binary one.
    if (Math.abs(expected - got) <= tolerance + 1e-9) return [];
  } else if (expected === got) return [];
  return [{ path, expected, got }];
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
