import type { Api } from "#lib/api/client.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import { catCalls } from "./calls.ts";

/** What became of an invitation: `over` is one that was taken back, or whose cat is gone. */
export type Standing = "open" | "accepted" | "declined" | "over";

/** How somebody stands with a cat that they were invited to; undefined where that cannot be known now. */
export async function standingOf(api: Api, catId: string): Promise<Standing | undefined> {
  try {
    const { viewer } = await catCalls(api).one(catId);
    if (viewer?.isMine) return "accepted";
    return viewer?.invited ? "open" : "over";
  } catch (problem) {
    return problem instanceof ApiProblem && problem.status === 404 ? "over" : undefined;
  }
}
