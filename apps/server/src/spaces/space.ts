import type { MoveIn } from "../demo/community.ts";
import type { Db } from "../platform/database/database.ts";
import type { Feature } from "../platform/feature.ts";
import type { Platform } from "../platform/platform.ts";
import type { ChatSubject } from "../modules/chat/index.ts";
import type { NotificationSource } from "../modules/notifications/index.ts";
import type { People } from "../modules/people/index.ts";
import type { PostForm, Posts, TopicKind } from "../modules/posts/index.ts";
import type { NameKind } from "../modules/search/index.ts";
import type { Topics } from "../modules/topics/index.ts";

/** What a space stands on. */
export interface Core extends Platform {
  people: People;
  posts: Posts;
  topics: Topics;
}

/** A part of the site about one kind of thing. See docs/how-to-add-a-space.md. */
export interface SpaceDefinition {
  /** As in MARU_SPACES and `GET /instance`; also the space of its topics. */
  name: string;
  /** The folder of its migrations, which are applied after the core's, with the name of the space before theirs. */
  migrations: string;
  /** Its entry in the navigation. `icon` is one of the web app's; `path` begins its pages. */
  navigation: { path: string; icon: string; label: { ko: string; en: string } };
  /** What must be put right in its tables on a start, after the migrations and before anything reads them. */
  prepare?(db: Db): Promise<void>;
  create(core: Core): Promise<Space>;
}

/** What a space adds to the program, besides what every feature does. */
export interface Space extends Feature {
  /** The things that posts can be about. */
  topics?: TopicKind;
  /** Posts of a kind of its own. */
  form?: PostForm;
  /** What the site can do by it now, for `GET /instance`, where that is not always so: such as `breed-recognition`. */
  offers?: readonly string[];
  /** Names that are found by search. */
  names?: readonly NameKind[];
  notifications?: readonly NotificationSource[];
  /** Posts of its own that coffee chats may be about. */
  chatSubject?: ChatSubject;
  /** `maru SPACE NAME …`; answers the exit code. */
  commands?: readonly { name: string; run(args: string[]): Promise<number> }[];
  /** Moves into the demo community, in the transaction that makes it. */
  demo?: MoveIn;
}
