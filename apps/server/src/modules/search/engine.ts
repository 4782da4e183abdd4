import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import type { Needs } from "./text/needs.ts";

export type Sort = "relevance" | "newest";

/** Who searches. Ids are sorted; null stands for someone signed out. */
export type Searcher = {
  accountId: Id;
  following: readonly Id[];
  /** Whose posts are left out: blocked in either direction, or muted. */
  hidden: readonly Id[];
} | null;

export interface PostsAsked {
  needs: Needs;
  /** By one of these; undefined: by anybody. */
  from: readonly Id[] | undefined;
  notFrom: readonly Id[];
  /** Ids below the one and not below the other, which is how dates are asked for. */
  below: Id;
  notBelow: Id;
  sort: Sort;
  searcher: Searcher;
  /** About as many as will be shown. */
  limit: number;
  /** Where an earlier answer of the same engine has ended. */
  position: string | undefined;
}

export interface Hit {
  id: Id;
  /** What continues after this hit. */
  position: string;
}

export interface Found {
  hits: Hit[];
  /** What continues after all of them; null when there is nothing left. There may be more even where there are no hits. */
  next: string | null;
}

/**
 * Where posts are looked up. An engine leaves out what it knows the searcher may not see, so that pages are full; whether they may is
 * decided for every hit again by those who show it.
 */
export interface SearchEngine {
  find(asked: PostsAsked): Promise<Found>;
  /** Keeps the engine's documents equal to the posts. */
  consumer: Consumer;
  /** Called from time to time: what it does when it finds that it has nothing to search in. */
  restore?(): Promise<void>;
  close?(): void;
}
