import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { hasId, insertId, type PartHandle, type ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import { peopleEvents, type Relations } from "../people/index.ts";
import { postEvents } from "../posts/index.ts";
import { homeIds, listAuthorIds, listFollowerIds, listTagFollowerIds, listTagIds } from "./queries.ts";

/** The newest ids of somebody's home, ascending, so that a new post is an append. */
export interface Timeline {
  ids: Id[];
  /** True when there is nothing older in the database. */
  whole: boolean;
}

/** How many posts a timeline keeps; older pages are read from the database. */
export const timelineCap = 800;
/** A timeline grows this far past the cap before it is cut, so that cutting is rare. */
const slack = 200;

/** Called when a post has come into people's homes, with those whose timelines were in memory. */
export type ArrivalListener = (postId: Id, accountIds: readonly Id[]) => void;

export interface Timelines {
  part: PartHandle<Timeline>;
  /** The recent posts of followed sources whose posts are not pushed, each ascending. */
  pulled(relations: Relations): Promise<Id[][]>;
  onArrival(listener: ArrivalListener): void;
  /** Resolves when every push that was begun has ended. */
  idle(): Promise<void>;
}

/**
 * Home timelines in memory. A post is pushed into those that are warm; one that is cold is read from the database when it is asked
 * for. Authors and tags with more followers than `pullFollowers` are not pushed: their posts are merged in when a home is read.
 */
export function createTimelines(
  db: Db,
  log: EventLog,
  viewers: ViewerParts,
  options: { max: number; pullFollowers: number },
): Timelines {
  const part = viewers.register<Timeline>({
    name: "timeline",
    max: options.max,
    columns: { timeline: (id) => homeIds(id, timelineCap) },
    decode(row) {
      const ids = (row["timeline"] as Id[]).reverse();
      return { ids, whole: ids.length < timelineCap };
    },
  });
  const listeners: ArrivalListener[] = [];
  const pushes = new Set<Promise<void>>();
  /** Recent posts of the sources that are pulled ("author:…" or "tag:…"), ascending. */
  const recent = new Map<string, Promise<Id[]>>();

  function pushTo(accountIds: readonly Id[], postId: Id): Id[] {
    const reached: Id[] = [];
    for (const accountId of accountIds) {
      if (!part.isWarm(accountId)) continue;
      reached.push(accountId);
      part.change(accountId, (timeline) => {
        insertId(timeline.ids, postId);
        if (timeline.ids.length > timelineCap + slack) {
          timeline.ids = timeline.ids.slice(-timelineCap);
          timeline.whole = false;
        }
      });
    }
    return reached;
  }

  async function pushFrom(
    source: string,
    postId: Id,
    followers: () => Promise<Id[]>,
    load: () => Promise<Id[]>,
  ): Promise<Id[]> {
    const kept = recent.get(source);
    if (kept) {
      const ids = await kept;
      insertId(ids, postId);
      if (ids.length > timelineCap + slack) ids.splice(0, slack);
      return [];
    }
    const accountIds = await followers();
    if (accountIds.length > options.pullFollowers)
      recent.set(
        source,
        load().then((ids) => ids.reverse()),
      );
    return pushTo(accountIds, postId);
  }

  async function push(postId: Id, authorId: Id | null, tags: string[]): Promise<void> {
    const reached = new Set<Id>();
    const sources: Promise<Id[]>[] = tags.map((tag) =>
      pushFrom(
        `tag:${tag}`,
        postId,
        () => listTagFollowerIds(db, tag),
        () => listTagIds(db, tag, timelineCap),
      ),
    );
    if (authorId !== null) {
      sources.push(
        pushFrom(
          `author:${authorId}`,
          postId,
          () => listFollowerIds(db, authorId),
          () => listAuthorIds(db, authorId, timelineCap),
        ),
      );
    }
    for (const accountIds of await Promise.all(sources)) for (const id of accountIds) reached.add(id);
    if (authorId !== null) reached.delete(authorId);
    if (reached.size > 0) for (const listener of listeners) listener(postId, [...reached]);
  }

  function begin(postId: Id, authorId: Id | null, tags: string[]): void {
    // A push that fails leaves timelines without a post: forgetting them all is always right, they are read anew.
    const one = push(postId, authorId, tags)
      .catch(() => {
        part.clear();
        recent.clear();
      })
      .finally(() => pushes.delete(one));
    pushes.add(one);
  }

  log.listen((event) => {
    if (postEvents.postCreated.is(event)) {
      const { postId, authorId, parentId, tags } = event.payload;
      if (parentId !== null) return;
      pushTo([authorId], postId);
      begin(postId, authorId, tags);
    } else if (postEvents.postUnhidden.is(event)) {
      const { postId, authorId, parentId, tags } = event.payload;
      if (parentId === null) begin(postId, authorId, tags);
    } else if (postEvents.postEdited.is(event)) {
      const { postId, parentId, tags, visibility, before } = event.payload;
      const added =
        before.visibility === visibility ? tags.filter((tag) => !before.tags.includes(tag)) : tags;
      if (parentId === null && added.length > 0) begin(postId, null, added);
    } else if (
      peopleEvents.followed.is(event) ||
      peopleEvents.unfollowed.is(event) ||
      peopleEvents.tagFollowed.is(event) ||
      peopleEvents.tagUnfollowed.is(event)
    ) {
      part.drop(event.payload.accountId);
    }
  });

  return {
    part,
    async pulled(relations) {
      if (recent.size === 0) return [];
      const lists: Promise<Id[]>[] = [];
      for (const [source, ids] of recent) {
        const [kind, name] = [source.slice(0, source.indexOf(":")), source.slice(source.indexOf(":") + 1)];
        const isFollowed =
          kind === "tag" ? relations.tags.has(name) : hasId(relations.following, Number(name));
        if (isFollowed) lists.push(ids);
      }
      return Promise.all(lists);
    },
    onArrival: (listener) => void listeners.push(listener),
    idle: async () => void (await Promise.all(pushes)),
  };
}
