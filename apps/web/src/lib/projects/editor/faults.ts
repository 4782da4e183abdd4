import type { Failure } from "#lib/account/failure.ts";
import type { FieldError } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";
import { bodyOf, type Draft, limits } from "./draft.ts";

const address = (message: string) => {
  if (message.includes("space")) return m.project_editor_fault_space();
  return message.includes("characters") ? m.project_editor_fault_long() : m.project_editor_fault_address();
};

const byField: Record<string, (message: string) => string> = {
  title: () => m.project_editor_fault_title(),
  summary: () => m.project_editor_fault_summary(),
  stack: () => m.project_editor_fault_stack(),
  repoUrl: address,
  demoUrl: address,
  mediaIds: () => m.project_editor_fault_photos(),
  text: () => m.project_editor_fault_text(),
};

const rootOf = (field: string) => field.split(/[./]/)[0] ?? "";

/** What stands under a field after a refusal, in the reader's language. */
export function projectFault(failure: Failure | null | undefined, field: string): string | undefined {
  const error = failure?.errors?.find((one) => rootOf(one.field) === field);
  return error && byField[field]?.(error.message);
}

/** What stands above the form: a refusal that none of its fields explains. */
export function projectFormFault(failure: Failure | null | undefined): string | undefined {
  if (!failure?.message) return undefined;
  return failure.errors?.some(({ field }) => Object.hasOwn(byField, rootOf(field)))
    ? undefined
    : failure.message;
}

const lengthOf = (text: string) => [...text].length;

function addressFault(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  if (/\s/.test(text)) return "must not have spaces in it";
  return /^https?:/i.test(text) && URL.canParse(text) ? undefined : "must be an http or https address";
}

/** What the API would refuse one after the other, all at once. It has the last word. */
export function checkDraft(draft: Draft): FieldError[] {
  const body = bodyOf(draft);
  const errors: FieldError[] = [];
  for (const field of ["title", "summary", "text"] as const) {
    const length = lengthOf(body[field]);
    if (length < 1 || length > limits[field]) errors.push({ field, message: "length" });
  }
  for (const field of ["repoUrl", "demoUrl"] as const) {
    const message = addressFault(body[field]);
    if (message) errors.push({ field, message });
  }
  return errors;
}
