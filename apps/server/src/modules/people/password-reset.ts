import type { Config } from "../../config.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { Problem } from "../../platform/http/problem.ts";
import { hashPassword } from "../../platform/identity/passwords.ts";
import type { Mail } from "../../platform/mail/mailer.ts";
import { type Credential, findCredential, findCredentialByLogin, setPassword } from "./account-queries.ts";
import { requireStrength } from "./password-rules.ts";
import type { PeopleDeps } from "./people.ts";
import { dropEmailChanges } from "./email-change-queries.ts";
import { countOpenResets, findOpenReset, insertReset, useReset, useUpResets } from "./reset-queries.ts";
import { hashOf, linkLifeMs, newToken, siteLink } from "./single-use.ts";

/** More are not sent: a person's mailbox is not for others to fill. */
const mostOpen = 3;

/** Sends a way back in, if the login is somebody's. Called after the answer, which is thereby the same for every login. */
export async function sendReset({ config, db, mailer }: PeopleDeps, login: string): Promise<void> {
  const credential = await findCredentialByLogin(db, login);
  if (!credential || (await countOpenResets(db, credential.accountId)) >= mostOpen) return;
  const token = newToken();
  await insertReset(db, {
    tokenHash: hashOf(token),
    accountId: credential.accountId,
    expiresAt: new Date(Date.now() + linkLifeMs),
  });
  mailer.send(resetMail(config, credential, token));
}

/** A way back in that the operator or an admin hands over; every other one that was open is void. */
export async function makeResetLink(
  { config }: Pick<PeopleDeps, "config">,
  tx: Tx,
  accountId: Id,
): Promise<string> {
  const token = newToken();
  await useUpResets(tx, accountId);
  await insertReset(tx, {
    tokenHash: hashOf(token),
    accountId,
    expiresAt: new Date(Date.now() + linkLifeMs),
  });
  return siteLink(config, `/reset/${token}`);
}

function resetMail(config: Config, { email, handle, settings }: Credential, token: string): Mail {
  const link = siteLink(config, `/reset/${token}`);
  const site = config.siteName;
  if (settings.locale === "en") {
    return {
      to: email,
      link,
      subject: `${site}: choose a new password`,
      text: `Hello @${handle},\n\nchoose a new password here within one hour:\n${link}\n\nIf you did not ask for this, there is nothing to do.\n`,
    };
  }
  return {
    to: email,
    link,
    subject: `${site} 비밀번호 재설정`,
    text: `@${handle} 님, 안녕하세요.\n\n한 시간 안에 아래 주소에서 새 비밀번호를 정해 주세요.\n${link}\n\n요청하신 적이 없다면 이 메일은 무시하셔도 됩니다.\n`,
  };
}

const linkIsOver = () =>
  new Problem(404, "reset-over", "This link is not valid any more. Ask for another one.");

/** Sets the password and ends all sessions. A token works once, however many try it at the same moment. */
export async function redeemReset(
  { db, log, sessions }: PeopleDeps,
  token: string,
  password: string,
): Promise<void> {
  const tokenHash = hashOf(token);
  const reset = await findOpenReset(db, tokenHash);
  const credential = reset && (await findCredential(db, reset.accountId));
  if (!credential) throw linkIsOver();
  const { accountId } = credential;
  requireStrength("password", password, credential);
  const passwordHash = await hashPassword(password);
  await log.commit(async (tx) => {
    if (!(await useReset(tx, tokenHash)) || !(await setPassword(tx, accountId, null, passwordHash)))
      throw linkIsOver();
    await useUpResets(tx, accountId);
    await dropEmailChanges(tx, accountId);
    await sessions.end(tx, accountId, { except: null });
  });
}
