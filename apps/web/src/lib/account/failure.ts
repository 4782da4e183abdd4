import type { FieldError } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";

/** What `acted` leaves behind when the API refused a form. */
export type Failure = {
  message?: string;
  slug?: string;
  errors?: FieldError[];
  values?: Record<string, string>;
  more?: Record<string, string>;
};

type Words = (slug: string, message: string) => string;

const password: Words = (slug, message) => {
  if (slug === "wrong-password") return m.fault_password_wrong();
  if (slug !== "weak-password") return m.fault_password_length();
  if (message.includes("8 characters")) return m.fault_password_length();
  return message.includes("handle") ? m.fault_password_own() : m.fault_password_common();
};

const byField: Record<string, Words> = {
  handle: (slug, message) => {
    if (slug === "handle-taken" && message.includes("taken")) return m.fault_handle_taken();
    return slug === "handle-reserved" ? m.fault_handle_reserved() : m.fault_handle_letters();
  },
  email: (_slug, message) => (message.includes("another account") ? m.fault_email_taken() : m.fault_email()),
  password,
  current: password,
  next: password,
  displayName: () => m.fault_name(),
  bio: () => m.fault_bio(),
  login: () => m.fault_login_empty(),
  confirmation: () => m.fault_confirmation(),
};

const bySlug: Record<string, () => string> = {
  "wrong-login": () => m.fault_login(),
  "reset-over": () => m.fault_reset_over(),
  "email-link-over": () => m.fault_email_over(),
  "registrations-closed": () => m.join_closed_text(),
};

/** What stands under a field after a refusal, in the reader's language; the API's own sentences are for programs. */
export function fieldFault(failure: Failure | null | undefined, field: string): string | undefined {
  const error = failure?.errors?.find((one) => one.field === field || one.field.startsWith(`${field}.`));
  if (!error) return undefined;
  const words = byField[field.replace(/\.\d+.*$/, "")];
  return words ? words(failure?.slug ?? "", error.message) : m.fault_field();
}

/** What stands above the form: a refusal that no field explains. */
export function formFault(failure: Failure | null | undefined): string | undefined {
  if (!failure?.message || failure.errors?.length) return undefined;
  return bySlug[failure.slug ?? ""]?.() ?? failure.message;
}
