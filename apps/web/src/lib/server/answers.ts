import { error, fail, redirect } from "@sveltejs/kit";
import { ApiProblem, problemMessage } from "#lib/api/problem.ts";

/** In a load function: the answer, or the error page that fits the refusal. */
export async function loaded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    const status = problem.status >= 400 ? problem.status : 503;
    error(status, problem.message, {
      ...(problem.reference && { reference: problem.reference }),
      ...(problem.retryAfter && { retryAfter: problem.retryAfter }),
    });
  }
}

/** In a form action: the answer, or a failure that the form shows beside its fields. */
export async function acted<T extends object>(answer: Promise<T>, values: Record<string, string> = {}) {
  try {
    return await answer;
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem;
    return fail(problem.status >= 400 ? problem.status : 503, {
      message: problemMessage(problem),
      slug: problem.slug,
      errors: problem.errors,
      more: problem.more,
      values,
    });
  }
}

/** The first posts of a list, or those that a "more" link without JavaScript asks for. Few, so that a phone draws them soon. */
export function firstPage(url: URL) {
  return { limit: 12, cursor: url.searchParams.get("cursor") };
}

/** Only a path on this site: an address from a form must not lead anywhere else. */
export function localPath(value: unknown, fallback = "/") {
  if (typeof value !== "string" || !value.startsWith("/")) return fallback;
  const url = new URL(value, "http://maru.invalid");
  return url.host === "maru.invalid" && !value.startsWith("//")
    ? url.pathname + url.search + url.hash
    : fallback;
}

/** Sends people who are not signed in to the door, and back here afterwards. */
export function requireMe(locals: App.Locals, url: URL) {
  if (!locals.me) redirect(303, `/login?next=${encodeURIComponent(url.pathname + url.search)}`);
  return locals.me;
}
