import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import type { ReportSubject } from "./subjects.ts";

/** What the routes and rules of moderation stand on. */
export interface ModerationDeps extends Platform {
  people: People;
  posts: Posts;
  /** May grow until the program starts. */
  subjects: readonly ReportSubject[];
}
