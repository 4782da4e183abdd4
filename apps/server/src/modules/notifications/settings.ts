import type { Id } from "../../platform/database/tables.ts";
import { invalid } from "../../platform/http/problem.ts";
import { nextDigest } from "./digest-time.ts";
import type { NotificationDeps } from "./notifications.ts";
import type { SettingsBody } from "./schemas.ts";
import { changeSettings, findSettings } from "./settings-queries.ts";

export async function settingsOf({ db, sources, mailer }: NotificationDeps, accountId: Id) {
  const { off, digest } = await findSettings(db, accountId);
  const kinds = sources.flatMap((source) => source.kinds).map((kind) => [kind, !off.includes(kind)] as const);
  return { kinds: Object.fromEntries(kinds), digest, digestAvailable: mailer.delivery === "mail" };
}

export async function changeOwnSettings(
  { db, mailer, config }: NotificationDeps,
  accountId: Id,
  { kinds = {}, digest }: SettingsBody,
): Promise<void> {
  if (digest && mailer.delivery !== "mail")
    throw invalid("digest", "cannot be sent: this site has no mail server", "no-mail");
  const wanted = Object.entries(kinds) as [string, boolean][];
  await changeSettings(db, accountId, {
    on: wanted.filter(([, on]) => on).map(([kind]) => kind),
    off: wanted.filter(([, on]) => !on).map(([kind]) => kind),
    digest,
    digestAt: nextDigest(new Date(), config.digestHour),
  });
}
