import { m } from "#lib/paraglide/messages.js";

export type FieldError = { field: string; message: string };

type Refusal = {
  status: number;
  slug: string;
  title: string;
  errors?: FieldError[];
  reference?: string | null;
  retryAfter?: number | null;
  /** What a refusal of its kind says besides. */
  more?: Record<string, string>;
};

/** A planned refusal of the API (problem+json), or status 0 where no answer came. */
export class ApiProblem extends Error {
  status: number;
  slug: string;
  errors: FieldError[];
  reference: string | null;
  retryAfter: number | null;
  more: Record<string, string>;

  constructor(refusal: Refusal) {
    super(refusal.title);
    this.status = refusal.status;
    this.slug = refusal.slug;
    this.errors = refusal.errors ?? [];
    this.reference = refusal.reference ?? null;
    this.retryAfter = refusal.retryAfter ?? null;
    this.more = refusal.more ?? {};
  }
}

const bySlug: Record<string, () => string> = {
  offline: () => m.problem_offline(),
  "too-large": () => m.problem_photo_too_large(),
  "image-too-large": () => m.problem_photo_pixels(),
  "unsupported-image": () => m.problem_photo_kind(),
  "sign-in-needed": () => m.problem_sign_in(),
  "unknown-cat": () => m.pick_unknown(),
  "unknown-project": () => m.project_unknown(),
  "unknown-film": () => m.film_unknown(),
  "not-a-diary": () => m.diary_not_one(),
  withheld: () => m.problem_withheld(),
  outranked: () => m.problem_outranked(),
  oneself: () => m.problem_oneself(),
  "case-claimed": () => m.problem_case_claimed(),
  "case-decided": () => m.problem_case_decided(),
  "last-owner": () => m.problem_last_owner(),
  "own-decision": () => m.problem_own_decision(),
  undone: () => m.problem_undone(),
  "appeal-decided": () => m.problem_case_decided(),
  "not-shown": () => m.problem_not_shown(),
  "already-appealed": () => m.moderation_appeal_again(),
  "not-suspended": () => m.problem_not_suspended(),
};

const byStatus: Record<number, () => string> = {
  0: () => m.problem_offline(),
  401: () => m.problem_sign_in(),
  403: () => m.problem_forbidden(),
  404: () => m.problem_gone(),
  413: () => m.problem_photo_too_large(),
  415: () => m.problem_photo_kind(),
};

/** What a person reads when something was refused; never the server's English title. */
export function problemMessage(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return m.problem_general();
  if (problem.status === 429) return m.problem_too_fast({ seconds: problem.retryAfter ?? 30 });
  const known = bySlug[problem.slug] ?? byStatus[problem.status];
  if (known) return known();
  return problem.reference ? m.problem_numbered({ number: problem.reference }) : m.problem_general();
}
