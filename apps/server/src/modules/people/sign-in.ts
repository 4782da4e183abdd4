import { LRUCache } from "lru-cache";
import type { Id } from "../../platform/database/tables.ts";
import { Problem } from "../../platform/http/problem.ts";
import { verifyPassword } from "../../platform/identity/passwords.ts";
import { type Credential, findCredentialByLogin, isPasswordCurrent } from "./account-queries.ts";
import type { PeopleDeps } from "./people.ts";
import type { Origin } from "./sign-up.ts";
import { requireUnsuspended } from "./standing.ts";

const failuresAllowed = 30;
const windowMs = 15 * 60_000;

/** Counts wrong passwords per login, known or not, so that guessing from many addresses is slow too. */
export interface SignInGuard {
  /** Throws a 429 when there were too many. */
  admit(login: string): void;
  failed(login: string): void;
}

export function createSignInGuard(enabled: boolean): SignInGuard {
  const failures = new LRUCache<string, number>({ max: 50_000, ttl: windowMs });
  const keyOf = (login: string) => login.trim().toLowerCase();
  return {
    admit(login) {
      const key = keyOf(login);
      if (!enabled || (failures.get(key) ?? 0) < failuresAllowed) return;
      const seconds = Math.ceil(failures.getRemainingTTL(key) / 1000);
      throw new Problem(429, "too-many-requests", "Too many wrong passwords. Try again later.", {
        headers: { "retry-after": String(seconds) },
      });
    },
    failed(login) {
      const key = keyOf(login);
      failures.set(key, (failures.get(key) ?? 0) + 1, { noUpdateTTL: true });
    },
  };
}

/** The same for an unknown login and a wrong password, and after the same time. */
const refused = () => new Problem(401, "wrong-login", "The login or the password is not right.");

/** The credential that a login and a password prove. */
export async function proveLogin(
  { db, guard }: Pick<PeopleDeps, "db" | "guard">,
  { login, password }: { login: string; password: string },
): Promise<Credential> {
  guard.admit(login);
  const credential = await findCredentialByLogin(db, login);
  if (!(await verifyPassword(password, credential?.passwordHash)) || !credential) {
    guard.failed(login);
    throw refused();
  }
  return credential;
}

/** Opens a session. Throws a 403 that says why to somebody who is suspended. */
export async function signIn(
  deps: PeopleDeps,
  given: { login: string; password: string },
  from: Origin,
): Promise<{ accountId: Id; token: string }> {
  const { log, sessions } = deps;
  const { accountId, passwordHash } = await proveLogin(deps, given);
  return log.commit(async (tx) => {
    // A password that was changed meanwhile has ended all sessions, and must not open another.
    if (!(await isPasswordCurrent(tx, accountId, passwordHash))) throw refused();
    await requireUnsuspended(deps, tx, accountId);
    const { token } = await sessions.open(tx, accountId, from);
    return { accountId, token };
  });
}
