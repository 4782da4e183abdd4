import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import type { Moderation } from "../moderation/index.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Previewer } from "./preview-message.ts";
import type { Members } from "./members.ts";
import type { ChatPresenter } from "./present.ts";

/** Posts that coffee chats may be about: of which kind, and whether their author may be asked for one now. */
export interface ChatSubject {
  kind: string;
  mayBeAsked(db: Db | Tx, postId: Id): Promise<boolean>;
}

/** What the routes and rules of chats stand on. */
export interface ChatDeps extends Platform {
  people: People;
  posts: Posts;
  presenter: ChatPresenter;
  moderation: Moderation;
  members: Members;
  deliveries: Deliveries;
  /** May grow until the program starts. */
  subjects: readonly ChatSubject[];
  previewer: Previewer;
}
