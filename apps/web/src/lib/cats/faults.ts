import { m } from "#lib/paraglide/messages.js";
import type { Failure } from "#lib/account/failure.ts";

const byField: Record<string, () => string> = {
  name: () => m.cat_fault_name(),
  breed: () => m.cat_fault_breed(),
  birthday: () => m.cat_fault_date(),
  adoptedOn: () => m.cat_fault_date(),
  memorialOn: () => m.cat_fault_memorial(),
  personality: () => m.cat_fault_words(),
  story: () => m.cat_fault_story(),
  photoId: () => m.cat_fault_photo(),
};

/** What stands under a field after a refusal, in the reader's language. */
export function catFault(failure: Failure | null | undefined, field: string): string | undefined {
  const error = failure?.errors?.find(
    (one) => one.field === field || one.field.startsWith(`${field}.`) || one.field.startsWith(`${field}/`),
  );
  if (!error) return undefined;
  if (failure?.slug === "dates-contradict" && field === "adoptedOn") return m.cat_fault_before();
  return (byField[field] ?? (() => m.fault_field()))();
}

/** What stands above the form: a refusal that none of its fields explains. */
export function catFormFault(failure: Failure | null | undefined): string | undefined {
  if (!failure?.message) return undefined;
  const explained = failure.errors?.some(({ field }) => Object.hasOwn(byField, field.split(/[./]/)[0] ?? ""));
  return explained ? undefined : failure.message;
}
