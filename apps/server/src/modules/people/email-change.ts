import type { Config } from "../../config.ts";
import type { Id } from "../../platform/database/tables.ts";
import { Problem } from "../../platform/http/problem.ts";
import type { Mail } from "../../platform/mail/mailer.ts";
import { type Credential, findCredential, isPasswordCurrent } from "./account-queries.ts";
import { isEmailFree, putEmailChange, setEmail, useEmailChange } from "./email-change-queries.ts";
import { proveOneself, wrongPassword } from "./own-account.ts";
import type { PeopleDeps } from "./people.ts";
import { useUpResets } from "./reset-queries.ts";
import { emailIsTaken } from "./sign-up.ts";
import { hashOf, linkLifeMs, newToken, siteLink } from "./single-use.ts";

/** Asks the new address whether it is theirs, and tells the old one. Nothing has changed until the link is opened. */
export async function askEmailChange(
  deps: PeopleDeps,
  accountId: Id,
  password: string,
  asked: string,
): Promise<void> {
  const { config, db, log, mailer } = deps;
  const email = asked.toLowerCase();
  const credential = await proveOneself(deps, accountId, password);
  if (!(await isEmailFree(db, accountId, email))) throw emailIsTaken();
  const token = newToken();
  await log.commit(async (tx) => {
    // One after the other, so that each sees the link of the one before and ends it.
    if (!(await isPasswordCurrent(tx, accountId, credential.passwordHash, true)))
      throw wrongPassword("password");
    const expiresAt = new Date(Date.now() + linkLifeMs);
    await putEmailChange(tx, { tokenHash: hashOf(token), accountId, email, expiresAt });
  });
  mailer.send(confirmMail(config, credential, email, token));
  if (mailer.delivery === "mail") mailer.send(warningMail(config, credential, email));
}

const linkIsOver = () =>
  new Problem(404, "email-link-over", "This link is not valid any more. Ask for another one.");

/** The address that was asked for becomes the account's. A token works once, however many try it at the same moment. */
export async function confirmEmailChange(
  { config, log, mailer }: PeopleDeps,
  token: string,
): Promise<{ email: string }> {
  const { email, before } = await log.commit(async (tx) => {
    const change = await useEmailChange(tx, hashOf(token));
    const before = change && (await findCredential(tx, change.accountId));
    if (!before) throw linkIsOver();
    if (!(await setEmail(tx, change.accountId, change.email))) throw emailIsTaken();
    // A way back in that went to the old address ends with it.
    await useUpResets(tx, change.accountId);
    return { email: change.email, before };
  });
  if (mailer.delivery === "mail" && before.email !== email) mailer.send(changedMail(config, before));
  return { email };
}

const isEnglish = ({ settings }: Credential) => settings.locale === "en";

function confirmMail(config: Config, person: Credential, to: string, token: string): Mail {
  const link = siteLink(config, `/email/${token}`);
  const { handle } = person;
  const site = config.siteName;
  if (isEnglish(person)) {
    return {
      to,
      link,
      subject: `${site}: confirm your e-mail address`,
      text: `Hello @${handle},\n\nopen this link within one hour, and this address belongs to your account:\n${link}\n\nIf you did not ask for this, there is nothing to do.\n`,
    };
  }
  return {
    to,
    link,
    subject: `${site} 이메일 확인`,
    text: `@${handle} 님, 안녕하세요.\n\n한 시간 안에 아래 주소를 열면 이 이메일이 계정에 이어져요.\n${link}\n\n요청하신 적이 없다면 이 메일은 무시하셔도 됩니다.\n`,
  };
}

/** To the old address, while there is still time to stop it. */
function warningMail(config: Config, person: Credential, next: string): Mail {
  const site = config.siteName;
  const { email: to, handle } = person;
  const link = siteLink(config, "/settings/account");
  if (isEnglish(person)) {
    return {
      to,
      subject: `${site}: a new e-mail address was asked for`,
      text: `Hello @${handle},\n\n${next} is to become the e-mail address of your account.\nIf this was not you, change your password at once; that also stops the change:\n${link}\n`,
    };
  }
  return {
    to,
    subject: `${site} 이메일을 바꾸려고 해요`,
    text: `@${handle} 님, 안녕하세요.\n\n계정의 이메일을 ${next} 로 바꾸려는 요청이 있었어요.\n직접 하신 일이 아니라면 바로 비밀번호를 바꿔 주세요. 그러면 이 요청도 함께 사라져요.\n${link}\n`,
  };
}

function changedMail(config: Config, person: Credential): Mail {
  const site = config.siteName;
  const { email: to, handle } = person;
  if (isEnglish(person)) {
    return {
      to,
      subject: `${site}: your e-mail address is changed`,
      text: `Hello @${handle},\n\nyour account has a new e-mail address. This one is not used any more.\nIf this was not you, please write to whoever runs ${site}.\n`,
    };
  }
  return {
    to,
    subject: `${site} 이메일이 바뀌었어요`,
    text: `@${handle} 님, 안녕하세요.\n\n계정의 이메일이 새 주소로 바뀌었어요. 이 주소는 이제 쓰이지 않아요.\n직접 하신 일이 아니라면 ${site} 을 운영하는 분께 알려 주세요.\n`,
  };
}
