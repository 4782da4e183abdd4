import { m } from "#lib/paraglide/messages.js";
import { formatDate } from "#lib/ui/format.ts";
import type { Action, AuditEntry, Member, ReportCase, Role } from "./types.ts";

type Words<Key extends string> = Record<Key, () => string>;

export const reasonWords: Words<ReportCase["reports"][number]["reason"]> = {
  spam: m.admin_reason_spam,
  harassment: m.admin_reason_harassment,
  illegal: m.admin_reason_illegal,
  spoiler: m.admin_reason_spoiler,
  other: m.admin_reason_other,
};

export const subjectWords: Words<ReportCase["subject"]["kind"]> = {
  post: m.admin_subject_post,
  account: m.admin_subject_account,
  message: m.admin_subject_message,
  chat: m.admin_subject_chat,
};

export const actionWords: Words<Action> = {
  none: m.admin_none,
  warn: m.admin_warn,
  hide: m.admin_hide,
  limit: m.admin_limit,
  suspend: m.admin_suspend,
};

/** What an action does, for those who choose one. */
export const actionTexts: Words<Action> = {
  none: m.admin_none_text,
  warn: m.admin_warn_text,
  hide: m.admin_hide_text,
  limit: m.admin_limit_text,
  suspend: m.admin_suspend_text,
};

export const roleWords: Words<Role> = {
  member: m.admin_role_member,
  moderator: m.admin_role_moderator,
  admin: m.admin_role_admin,
  owner: m.admin_role_owner,
};

export const standingWords: Words<Member["standing"]> = {
  good: m.admin_standing_good,
  limited: m.admin_standing_limited,
  suspended: m.admin_standing_suspended,
};

export const appealWords = {
  open: m.admin_appeal_open,
  granted: m.admin_appeal_granted,
  refused: m.admin_appeal_refused,
} satisfies Words<"open" | "granted" | "refused">;

const audits: Words<Exclude<AuditEntry["action"], "role">> = {
  claim: m.audit_claim,
  unclaim: m.audit_unclaim,
  none: m.audit_none,
  warn: m.audit_warn,
  hide: m.audit_hide,
  limit: m.audit_limit,
  suspend: m.audit_suspend,
  undo: m.audit_undo,
  restore: m.audit_restore,
  "appeal-granted": m.audit_appeal_granted,
  "appeal-refused": m.audit_appeal_refused,
  "password-reset": m.audit_password_reset,
};

const roleOf = (role: string | undefined) => roleWords[role as Role]?.() ?? "";

/** What was done, in a few words. */
export function auditSentence({ action, detail }: AuditEntry): string {
  return action === "role"
    ? m.audit_role({ before: roleOf(detail.before), role: roleOf(detail.role) })
    : audits[action]();
}

export const untilWords = (until: string) => m.admin_standing_until({ date: formatDate(new Date(until)) });

const ranks: Record<Role, number> = { member: 0, moderator: 1, admin: 2, owner: 3 };

/** Whether somebody may act on another: only on those below them. */
export const outranks = (role: Role, other: Role) => ranks[role] > ranks[other];

/** The roles that somebody may give to another. */
export function rolesToGive(role: Role, other: Role): Role[] {
  if (role === "owner") return ["member", "moderator", "admin", "owner"];
  return role === "admin" && ranks[other] < ranks.admin ? ["member", "moderator"] : [];
}
