import type { Id } from "../../platform/database/tables.ts";
import { type FieldError, Problem } from "../../platform/http/problem.ts";
import { hashPassword } from "../../platform/identity/passwords.ts";
import type { Platform } from "../../platform/platform.ts";
import { hasEmail, insertAccount, insertCredential } from "./account-queries.ts";
import * as events from "./events.ts";
import { toHandle } from "./handles.ts";
import { requireStrength } from "./password-rules.ts";
import { cleanLine } from "./plain-text.ts";

export interface NewPerson {
  handle: string;
  displayName: string;
  email: string;
  password: string;
}

/** Where a session is opened from; shown in the person's list of sessions. */
export interface Origin {
  userAgent: string;
  ip: string;
}

const emailTaken: FieldError = { field: "email", message: "is used by another account" };

/**
 * Makes an account and opens its first session. It tells whether an e-mail address is in use: a sign-up that hides it would need mail to
 * be set up; the rate limit keeps lists of addresses from being tried.
 */
export async function signUp(
  { config, log, sessions }: Platform,
  person: NewPerson,
  from: Origin,
): Promise<{ accountId: Id; token: string }> {
  if (config.registrations === "closed")
    throw new Problem(403, "registrations-closed", "This site takes no new people at the moment.");
  const handle = toHandle(person.handle);
  const displayName = cleanLine("displayName", person.displayName, { min: 1, max: 50 });
  const email = person.email.toLowerCase();
  requireStrength("password", person.password, { handle, email });
  const passwordHash = await hashPassword(person.password);

  return log.commit(async (tx) => {
    const accountId = await insertAccount(tx, { handle, displayName });
    if (accountId === undefined) {
      const errors = [
        { field: "handle", message: "is taken" },
        ...((await hasEmail(tx, email)) ? [emailTaken] : []),
      ];
      throw new Problem(409, "handle-taken", "Another person has this handle.", { errors });
    }
    if (!(await insertCredential(tx, accountId, email, passwordHash))) throw emailIsTaken();
    const { token } = await sessions.open(tx, accountId, from);
    log.publish(tx, events.accountCreated({ accountId }));
    return { accountId, token };
  });
}

export const emailIsTaken = () =>
  new Problem(409, "email-taken", "Another account uses this e-mail address.", { errors: [emailTaken] });
