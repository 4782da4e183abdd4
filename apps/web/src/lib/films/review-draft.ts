import type { Failure } from "#lib/account/failure.ts";
import { m } from "#lib/paraglide/messages.js";
import type { ReviewBody } from "./calls.ts";
import type { Aspect, ReviewPost } from "./types.ts";
import { aspects } from "./aspects.ts";

export const mostText = 5000;

/** A review as its form holds it: "" stands for an aspect that is left open. */
export type ReviewDraft = { given: Record<Aspect, string>; text: string; spoiler: boolean };

const fieldOf = (aspect: Aspect) => `aspect-${aspect}`;

export function draftOf(post: ReviewPost | null): ReviewDraft {
  const given = post?.review.aspects ?? {};
  return {
    given: everyAspect((aspect) => String(given[aspect] ?? "")),
    text: post?.text ?? "",
    spoiler: post?.review.spoiler ?? false,
  };
}

export function draftFrom(form: FormData): ReviewDraft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    given: everyAspect((aspect) => text(fieldOf(aspect))),
    // Browsers send line ends as CR LF.
    text: text("text").replaceAll("\r\n", "\n"),
    spoiler: form.has("spoiler"),
  };
}

function everyAspect(value: (aspect: Aspect) => string): ReviewDraft["given"] {
  return {
    directing: value("directing"),
    acting: value("acting"),
    story: value("story"),
    visuals: value("visuals"),
    music: value("music"),
  };
}

export function bodyOf({ given, text, spoiler }: ReviewDraft): ReviewBody {
  const chosen = aspects.flatMap((aspect) => (given[aspect] ? [[aspect, Number(given[aspect])]] : []));
  return { text, spoiler, aspects: Object.fromEntries(chosen) };
}

/** What is still missing; nothing where the review can be sent. */
export function faultsOf({ given, text }: ReviewDraft): { aspects?: string; text?: string } {
  const length = [...text.trim()].length;
  return {
    ...(aspects.every((aspect) => !given[aspect]) && { aspects: m.film_review_no_aspects() }),
    ...(length === 0 && { text: m.film_review_no_text() }),
    ...(length > mostText && { text: m.film_review_too_long({ count: length - mostText }) }),
  };
}

const bySlug: Record<string, () => string> = {
  "already-reviewed": m.film_review_second,
};

/** What stands above the form: why the review was refused. */
export function refusalOf(failure: Failure | null | undefined): string | undefined {
  if (!failure?.message) return undefined;
  return bySlug[failure.slug ?? ""]?.() ?? failure.message;
}
