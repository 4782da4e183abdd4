export { listWaiting } from "./case-queries.ts";
export { findMemberId } from "./member-queries.ts";
export { createModeration, type Moderation, type Operator } from "./moderation.ts";
export { reportFields, type Snapshot } from "./schemas.ts";
export type { ReportSubject } from "./subjects.ts";
