import type { Feature } from "../../platform/feature.ts";
import type { Id, Role } from "../../platform/database/tables.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Notifications } from "../notifications/index.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { adminRoutes } from "./admin-routes.ts";
import { restore, sanction, type Verdict } from "./decide.ts";
import type { ModerationDeps } from "./deps.ts";
import { Figures } from "./figures.ts";
import { findMemberId } from "./member-queries.ts";
import { memberRoutes } from "./member-routes.ts";
import { moderationSource } from "./notification-source.ts";
import { changeRole, resetPassword } from "./operate.ts";
import { queueRoutes } from "./queue-routes.ts";
import { fileReport, type Told } from "./report.ts";
import type { Place } from "./report-queries.ts";
import { reportRoutes } from "./report-routes.ts";
import { AppealCase, AuditEntry, Decision, Member, OwnDecision, ReportCase } from "./schemas.ts";
import { ownSubjects, type ReportSubject } from "./subjects.ts";

/** What the operator does at the command line, beside the running site. */
export interface Operator {
  /** The account of a handle, suspended or not. */
  find(handle: string): Promise<Id | undefined>;
  setRole(accountId: Id, role: Role): Promise<Role>;
  limit(accountId: Id, how: Pick<Verdict, "reason" | "until">): Promise<void>;
  suspend(accountId: Id, how: Pick<Verdict, "reason" | "until">): Promise<void>;
  /** Answers how many limits and suspensions that has ended. */
  restore(accountId: Id, reason: string): Promise<number>;
  resetPassword(accountId: Id): Promise<string>;
}

export interface Moderation extends Feature {
  /** Adds a kind of things that can be reported; before the program starts. */
  addSubject(subject: ReportSubject): void;
  report(reporterId: Id, place: Place, told: Told): Promise<void>;
  operator: Operator;
}

/** Reports and their queue, decisions about people and what they write, appeals, roles, and the log of all that. */
export function createModeration(
  platform: Platform,
  people: People,
  posts: Posts,
  notifications: Notifications,
): Moderation {
  const subjects = ownSubjects({ people, posts });
  const deps: ModerationDeps = { ...platform, people, posts, subjects };
  notifications.addSource(moderationSource);
  return {
    addSubject: (subject) => void subjects.push(subject),
    report: (reporterId, place, told) => fileReport(deps, reporterId, place, told),
    operator: {
      find: (handle) => findMemberId(platform.db, handle),
      setRole: (accountId, role) => changeRole(deps, null, accountId, role),
      limit: async (accountId, how) =>
        void (await sanction(deps, null, accountId, { action: "limit", ...how })),
      suspend: async (accountId, how) =>
        void (await sanction(deps, null, accountId, { action: "suspend", ...how })),
      restore: (accountId, reason) => restore(deps, null, accountId, reason),
      resetPassword: (accountId) => resetPassword(deps, null, accountId),
    },
    consumers: [],
    async routes(app) {
      for (const schema of [OwnDecision, Decision, Member, ReportCase, AppealCase, AuditEntry, Figures])
        app.addSchema(schema);
      await reportRoutes(app, deps);
      await queueRoutes(app, deps);
      await memberRoutes(app, deps);
      await adminRoutes(app, deps);
    },
  };
}
