import { type Static, Type } from "typebox";
import { Choice, Nullable, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";
import { Account } from "../people/index.ts";
import { auditActions } from "./audit-queries.ts";
import { decisionActions, reportReasons, subjectKinds } from "./tables.ts";

const closed = { additionalProperties: false };
const Time = Type.String({ format: "date-time" });
export const RoleChoice = Choice("member", "moderator", "admin", "owner");
export const StandingChoice = Choice("good", "limited", "suspended");

/** A thing as it was when it was reported. */
export const Snapshot = Type.Object({
  postKind: Type.Optional(Type.String()),
  displayName: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  media: Type.Optional(Type.Array(Ref(Media))),
  seq: Type.Optional(Nullable(Type.Integer({ description: "The message that it is about." }))),
  messages: Type.Optional(
    Type.Array(
      Type.Object({
        seq: Type.Integer(),
        author: Nullable(Type.String({ description: "A handle." })),
        text: Type.String(),
        at: Type.String(),
      }),
    ),
  ),
});
export type Snapshot = Static<typeof Snapshot>;

const Appeal = Type.Object({
  text: Type.String(),
  state: Choice("open", "granted", "refused"),
  answer: Type.String(),
  at: Time,
});

/** What somebody is shown of a decision about themselves. */
const ownFields = {
  id: Type.String(),
  action: Choice(...decisionActions),
  reason: Type.String(),
  until: Nullable(Time),
  postId: Nullable(Type.String()),
  at: Time,
  undoneAt: Nullable(Time),
  appeal: Nullable(Appeal),
};
export const OwnDecision = Type.Object(ownFields, {
  $id: "OwnDecision",
  description: "A decision about oneself.",
});
export const Decision = Type.Object(
  {
    ...ownFields,
    by: Nullable(Ref(Account)),
    byOperator: Type.Boolean({ description: "Decided at the command line." }),
  },
  { $id: "ModerationDecision" },
);
export type Decision = Static<typeof Decision>;

export const Member = Type.Object(
  {
    account: Ref(Account),
    role: RoleChoice,
    standing: StandingChoice,
    standingUntil: Nullable(Time),
    decisions: Type.Integer({
      description: "Decisions about them that hold or held, those taken back aside.",
    }),
    waiting: Type.Integer({ description: "Reports about them that wait." }),
  },
  { $id: "ModeratedMember", description: "A member as moderators see them, suspended or not." },
);
export type Member = Static<typeof Member>;

export const ReportCase = Type.Object(
  {
    id: Type.String(),
    state: Choice("open", "claimed", "decided"),
    subject: Type.Object({ kind: Choice(...subjectKinds), id: Type.String(), seq: Type.Integer() }),
    member: Nullable(Ref(Member)),
    reports: Type.Array(
      Type.Object({
        id: Type.String(),
        reporter: Nullable(Ref(Account)),
        reason: Choice(...reportReasons),
        text: Type.String(),
        snapshot: Snapshot,
        at: Time,
      }),
      { description: "The first twenty, each with the thing as it was at that moment." },
    ),
    reportCount: Type.Integer(),
    earlierCases: Type.Integer(),
    earlier: Type.Array(Ref(Decision), {
      description: "What was decided about the member, the newest first.",
    }),
    claimedBy: Nullable(Ref(Account)),
    claimedAt: Nullable(Time),
    decision: Nullable(Ref(Decision)),
    at: Time,
  },
  { $id: "ReportCase", description: "A thing that was reported, by however many." },
);
export type ReportCase = Static<typeof ReportCase>;

export const AppealCase = Type.Object(
  { id: Type.String(), member: Nullable(Ref(Member)), decision: Ref(Decision) },
  { $id: "AppealCase" },
);
export type AppealCase = Static<typeof AppealCase>;

export const AuditEntry = Type.Object(
  {
    id: Type.String(),
    at: Time,
    via: Choice("site", "command"),
    actor: Nullable(Ref(Account)),
    action: Choice(...auditActions),
    account: Nullable(Ref(Account)),
    subject: Nullable(Type.Object({ kind: Type.String(), id: Type.String() })),
    reason: Type.String(),
    detail: Type.Object({
      role: Type.Optional(Type.String()),
      before: Type.Optional(Type.String()),
      until: Type.Optional(Type.String()),
    }),
  },
  { $id: "AuditEntry" },
);
export type AuditEntry = Static<typeof AuditEntry>;

export const reportFields = {
  reason: Choice(...reportReasons),
  text: Type.Optional(Type.String({ maxLength: 4_000 })),
};
export const NewReportBody = Type.Object(
  {
    subject: Type.Object(
      {
        kind: Choice(...subjectKinds),
        id: Type.String({ pattern: "^[1-9][0-9]{0,15}$", description: "Of a message, its chat's." }),
        seq: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 2_000_000_000,
            description: "The number of a message in its chat.",
          }),
        ),
      },
      closed,
    ),
    ...reportFields,
  },
  closed,
);

const Reason = Type.String({ maxLength: 4_000, description: "Told to the member." });
const Until = Type.String({
  format: "date-time",
  description: "When it ends by itself; left out: it does not.",
});
export const VerdictBody = Type.Object(
  { action: Choice(...decisionActions), reason: Type.Optional(Reason), until: Type.Optional(Until) },
  closed,
);
export const SanctionBody = Type.Object(
  { action: Choice("warn", "limit", "suspend"), reason: Reason, until: Type.Optional(Until) },
  closed,
);
export const AppealBody = Type.Object({ text: Type.String({ minLength: 1, maxLength: 4_000 }) }, closed);
export const SuspensionAppealBody = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    text: Type.String({ minLength: 1, maxLength: 4_000 }),
  },
  closed,
);
export const OutcomeBody = Type.Object(
  { outcome: Choice("granted", "refused"), answer: Type.Optional(Type.String({ maxLength: 4_000 })) },
  closed,
);
export const RoleBody = Type.Object({ role: RoleChoice }, closed);
