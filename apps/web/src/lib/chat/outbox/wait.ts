import { ApiProblem } from "#lib/api/problem.ts";

const first = 1000;
const longest = 60_000;

/** Growing, and never the same for two: what failed for all at once does not come back all at once. */
export function waitBefore(attempt: number, retryAfter: number | null, random = Math.random()) {
  const grown = Math.min(longest, first * 2 ** (attempt - 1));
  const wait = grown / 2 + (grown / 2) * random;
  // As long as the server asks for, and a little more.
  return retryAfter === null ? wait : Math.max(wait, retryAfter * 1000 + first * random);
}

/** Whether the server has said no for good, rather than not now or nothing at all. */
export function isRefusal(problem: unknown): problem is ApiProblem {
  if (!(problem instanceof ApiProblem)) return false;
  const { status } = problem;
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}
