import type { Mail } from "../../platform/mail/mailer.ts";
import { type ClaimedDigest, claimDigest } from "./digest-queries.ts";
import { nextDigest } from "./digest-time.ts";
import { listUnreadGroups } from "./list-queries.ts";
import type { NotificationDeps } from "./notifications.ts";
import { pathOf, sentenceOf, type Shown, snippetOf } from "./words.ts";

/** Mails under way at the same time, so that the mail server keeps up. */
const atOnce = 4;
const mostLines = 20;

/** Sends today's e-mails to those who want them and have something unread. Safe to run in several processes and as often as one likes. */
export async function sendDigests(deps: NotificationDeps): Promise<void> {
  const { db, mailer, config } = deps;
  if (mailer.delivery !== "mail") return;
  async function sender(): Promise<void> {
    for (;;) {
      const claimed = await claimDigest(db, nextDigest(new Date(), config.digestHour));
      if (!claimed) return;
      const mail = await digestMail(deps, claimed);
      if (mail) await mailer.deliver(mail);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sender));
}

async function digestMail(deps: NotificationDeps, claimed: ClaimedDigest): Promise<Mail | undefined> {
  const { db, config, presenter, sources, links } = deps;
  const { accountId, email, handle, locale, after } = claimed;
  const groups = await listUnreadGroups(db, accountId, { limit: mostLines + 1, after });
  const shown = (await presenter.texts(groups.slice(0, mostLines), accountId)).map(
    (text) => JSON.parse(text) as Shown,
  );
  if (shown.length === 0) return undefined;
  const origin = (config.origin ?? `http://localhost:${config.port}`).replace(/\/$/, "");
  const off = `${origin}/api/v1/digest/${links.tokenOf(accountId)}`;
  const lines = shown.map((one) => {
    const snippet = snippetOf(one);
    return `· ${sentenceOf(one, sources, locale)}\n${snippet ? `  “${snippet}”\n` : ""}  ${origin}${pathOf(one)}`;
  });
  const words = wordsOf(locale, config.siteName, handle, groups.length > mostLines ? null : shown.length);
  return {
    to: email,
    subject: words.subject,
    text:
      [words.hello, ...lines, `${words.all}\n${origin}/notifications`, `${words.off}\n${off}`].join("\n\n") +
      "\n",
    headers: { "List-Unsubscribe": `<${off}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  };
}

/** `count` is null when there are more than are shown. */
function wordsOf(locale: "ko" | "en", site: string, handle: string, count: number | null) {
  if (locale === "en") {
    const news =
      count === null
        ? `more than ${mostLines} notifications`
        : count === 1
          ? "1 notification"
          : `${count} notifications`;
    return {
      subject: `${site}: ${news} to read`,
      hello: `Hello @${handle}, here is what you have not read yet.`,
      all: "All notifications:",
      off: "You get this e-mail once a day because you asked for it. To stop it:",
    };
  }
  return {
    subject: `${site}: 읽지 않은 알림 ${count === null ? `${mostLines}개 넘게` : `${count}개`}`,
    hello: `@${handle} 님, 아직 읽지 않은 소식이에요.`,
    all: "모든 알림 보기:",
    off: "하루에 한 번 받기로 하셔서 보내 드리는 메일이에요. 그만 받으려면:",
  };
}
