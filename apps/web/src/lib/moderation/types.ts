import type { Schemas } from "@maru/api-client";

export type ReportCase = Schemas["ReportCase"];
export type AppealCase = Schemas["AppealCase"];
export type Member = Schemas["ModeratedMember"];
export type Decision = Schemas["ModerationDecision"];
export type OwnDecision = Schemas["OwnDecision"];
export type AuditEntry = Schemas["AuditEntry"];
export type Role = Member["role"];
export type Action = Decision["action"];
