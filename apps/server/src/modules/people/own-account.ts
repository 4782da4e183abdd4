import type { AccountSettings, Id, ProfileLink } from "../../platform/database/tables.ts";
import { invalid, Problem, signInNeeded } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";
import { hashPassword, verifyPassword } from "../../platform/identity/passwords.ts";
import type { Viewer } from "../../platform/identity/viewer.ts";
import {
  type Credential,
  findCredential,
  mergeSettings,
  ownsMedia,
  type ProfileChange,
  setPassword,
  updateProfile,
} from "./account-queries.ts";
import * as events from "./events.ts";
import { acceptAll } from "./follow-requests.ts";
import { requireStrength } from "./password-rules.ts";
import type { PeopleDeps } from "./people.ts";
import { cleanLine, cleanText } from "./plain-text.ts";
import { dropEmailChanges } from "./email-change-queries.ts";
import { useUpResets } from "./reset-queries.ts";
import type { ProfileBody } from "./schemas.ts";

/** Oneself as JSON, with what nobody else may see. */
export async function meText({ db, presenter }: PeopleDeps, accountId: Id): Promise<string> {
  const [credential, [account]] = await Promise.all([
    findCredential(db, accountId),
    presenter.texts([accountId], null),
  ]);
  if (!credential || account === undefined) throw signInNeeded();
  const { email, settings, role } = credential;
  return `{"account":${account},"email":${JSON.stringify(email)},"role":"${role}","settings":${JSON.stringify(settings)}}`;
}

/** Only web addresses: `javascript:` and the like never reach a page, and no address carries a password. */
function toLink({ label, url }: { label?: string; url: string }, index: number): ProfileLink {
  const field = `links.${index}.url`;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== "" || address.password !== "") {
    throw invalid(field, "must be an http or https address");
  }
  if (address.href.length > 500) throw invalid(field, "must have 500 characters at the most");
  return {
    label: cleanLine(`links.${index}.label`, label ?? "", { min: 0, max: 50 }) || address.host,
    url: address.href,
  };
}

function toChange({ displayName, bio, links, avatarId, headerId, isPrivate }: ProfileBody): ProfileChange {
  const mediaId = (id: string | null) => (id === null ? null : toId(id));
  return {
    ...(displayName !== undefined && {
      displayName: cleanLine("displayName", displayName, { min: 1, max: 50 }),
    }),
    ...(bio !== undefined && { bio: cleanText("bio", bio, { min: 0, max: 500 }) }),
    ...(links && { links: links.map(toLink) }),
    ...(avatarId !== undefined && { avatarId: mediaId(avatarId) }),
    ...(headerId !== undefined && { headerId: mediaId(headerId) }),
    ...(isPrivate !== undefined && { isPrivate }),
  };
}

/** Changes what is given and leaves the rest. */
export async function changeProfile({ log }: PeopleDeps, accountId: Id, body: ProfileBody): Promise<void> {
  const change = toChange(body);
  const pictures = [change.avatarId, change.headerId].filter((id) => typeof id === "number");
  await log.commit(async (tx) => {
    if (pictures.length > 0 && !(await ownsMedia(tx, accountId, pictures))) {
      throw invalid(change.avatarId ? "avatarId" : "headerId", "is not a picture of yours");
    }
    const before = await updateProfile(tx, accountId, change);
    if (!before) throw signInNeeded();
    if (before.wasPrivate && change.isPrivate === false) await acceptAll(log, tx, accountId);
    if (body.settings) await mergeSettings(tx, accountId, body.settings as AccountSettings);
    if (Object.keys(change).length > 0) {
      const isPrivate = (change.isPrivate ?? before.wasPrivate) || before.standing !== "good";
      log.publish(tx, events.accountChanged({ accountId, wasPrivate: before.wasClosed, isPrivate }));
    }
  });
}

export const wrongPassword = (field: string) =>
  new Problem(403, "wrong-password", "The password is not right.", {
    errors: [{ field, message: "is not right" }],
  });

/** The person's credential, proven by their password. */
export async function proveOneself(
  { db }: PeopleDeps,
  accountId: Id,
  password: string,
  field = "password",
): Promise<Credential> {
  const credential = await findCredential(db, accountId);
  if (!(await verifyPassword(password, credential?.passwordHash)) || !credential) throw wrongPassword(field);
  return credential;
}

/** Ends all other sessions, and every reset and change of address that was asked for. */
export async function changePassword(
  deps: PeopleDeps,
  viewer: Viewer,
  current: string,
  next: string,
): Promise<void> {
  const { log, sessions } = deps;
  const { accountId, sessionId } = viewer;
  const credential = await proveOneself(deps, accountId, current, "current");
  requireStrength("next", next, credential);
  const passwordHash = await hashPassword(next);
  await log.commit(async (tx) => {
    if (!(await setPassword(tx, accountId, credential.passwordHash, passwordHash)))
      throw wrongPassword("current");
    await useUpResets(tx, accountId);
    await dropEmailChanges(tx, accountId);
    await sessions.end(tx, accountId, { except: sessionId });
  });
}
