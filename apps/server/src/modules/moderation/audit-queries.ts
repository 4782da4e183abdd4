import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Actor } from "../people/index.ts";
import type { Via } from "./tables.ts";

/** What is kept of everything that is done in running the site. */
export interface NewAuditEntry {
  /** Null: the operator, at the command line. */
  actor: Actor;
  action: AuditAction;
  /** Whom it concerns. */
  accountId?: Id | null;
  subject?: { kind: string; id: Id };
  reason?: string;
  /** Nothing that says who somebody is: that goes with their account. */
  detail?: object;
}

export const auditActions = [
  "role",
  "claim",
  "unclaim",
  "none",
  "warn",
  "hide",
  "limit",
  "suspend",
  "undo",
  "restore",
  "appeal-granted",
  "appeal-refused",
  "password-reset",
] as const;
export type AuditAction = (typeof auditActions)[number];

export async function writeAudit(
  tx: Tx,
  { actor, action, accountId = null, subject, reason = "", detail = {} }: NewAuditEntry,
): Promise<void> {
  await tx
    .insertInto("auditEntry")
    .values({
      via: actor === null ? "command" : "site",
      actorId: actor,
      action,
      accountId,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      reason,
      detail: JSON.stringify(detail),
    })
    .execute();
}

export interface AuditRow {
  id: Id;
  via: Via;
  actorId: Id | null;
  action: AuditAction;
  accountId: Id | null;
  subjectKind: string | null;
  subjectId: Id | null;
  reason: string;
  detail: { role?: string; before?: string; until?: string };
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");

/** Entries, the newest first: of one kind, and with a text in their reason or in the handles of those concerned. */
export async function listAudit(
  db: Db,
  { query, action }: { query: string; action: AuditAction | undefined },
  limit: number,
  before: Id | undefined,
): Promise<AuditRow[]> {
  const text = `%${escaped(query.toLowerCase())}%`;
  const matches =
    query === ""
      ? sql`true`
      : sql`(lower(e.reason) like ${text} or exists (
          select 1 from account a where a.id in (e.actor_id, e.account_id) and a.handle like ${text}))`;
  const { rows } = await sql<AuditRow>`
    select e.id, e.via, e.actor_id, e.action, e.account_id, e.subject_kind, e.subject_id, e.reason, e.detail from audit_entry e
    where e.id < ${before ?? Number.MAX_SAFE_INTEGER} and ${action === undefined ? sql`true` : sql`e.action = ${action}`} and ${matches}
    order by e.id desc limit ${limit}
  `.execute(db);
  return rows;
}
