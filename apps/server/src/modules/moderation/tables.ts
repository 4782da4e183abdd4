import type { ColumnType, Generated } from "kysely";
import type { Id } from "../../platform/database/tables.ts";

type Defaulted<T> = ColumnType<T, T | undefined, T>;

export const subjectKinds = ["post", "account", "message", "chat"] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const reportReasons = ["spam", "harassment", "illegal", "spoiler", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];
export const decisionActions = ["none", "warn", "hide", "limit", "suspend"] as const;
export type DecisionAction = (typeof decisionActions)[number];
export type CaseState = "open" | "claimed" | "decided";
export type AppealState = "open" | "granted" | "refused";
/** Where something was done: in the site, or at the command line. */
export type Via = "site" | "command";

declare module "../../platform/database/tables.ts" {
  interface Tables {
    reportCase: {
      id: Generated<Id>;
      subjectKind: SubjectKind;
      subjectId: Id;
      seq: Defaulted<number>;
      accountId: Id | null;
      state: Defaulted<CaseState>;
      claimedBy: Defaulted<Id | null>;
      claimedAt: Defaulted<Date | null>;
    };
    report: {
      id: Generated<Id>;
      caseId: Id;
      reporterId: Id | null;
      reason: ReportReason;
      text: Defaulted<string>;
      snapshot: ColumnType<object, string, string>;
    };
    moderationDecision: {
      id: Generated<Id>;
      caseId: Id | null;
      accountId: Id | null;
      action: DecisionAction;
      reason: Defaulted<string>;
      until: Defaulted<Date | null>;
      postId: Defaulted<Id | null>;
      wasHidden: Defaulted<boolean>;
      decidedBy: Id | null;
      isByOperator: Defaulted<boolean>;
      undoneAt: Defaulted<Date | null>;
      undoneBy: Defaulted<Id | null>;
    };
    appeal: {
      decisionId: Id;
      id: Generated<Id>;
      text: string;
      state: Defaulted<AppealState>;
      answer: Defaulted<string>;
      answerId: Defaulted<Id | null>;
      decidedBy: Defaulted<Id | null>;
    };
    auditEntry: {
      id: Generated<Id>;
      via: Via;
      actorId: Id | null;
      action: string;
      accountId: Id | null;
      subjectKind: string | null;
      subjectId: Id | null;
      reason: Defaulted<string>;
      detail: ColumnType<object, string | undefined, string>;
    };
  }
}
