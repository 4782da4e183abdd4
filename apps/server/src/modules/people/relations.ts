import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { hasId, type PartHandle, type ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import * as events from "./events.ts";
import { relationColumns } from "./relation-columns-queries.ts";
import type { Relationship } from "./schemas.ts";

/** Everything between one person and others; the id lists are sorted. */
export interface Relations {
  accountId: Id;
  following: Id[];
  followers: Id[];
  requested: Id[];
  blocking: Id[];
  blockedBy: Id[];
  muting: Id[];
  tags: ReadonlySet<string>;
  /** Sorted. */
  topics: Id[];
}

export type RelationsHandle = PartHandle<Relations>;

/** Whether the person of the relations and the other are invisible to each other. */
export function isBlocked(relations: Relations, otherId: Id): boolean {
  return hasId(relations.blocking, otherId) || hasId(relations.blockedBy, otherId);
}

/** All 32 relationships as JSON, so that a page of posts writes none. */
const relationshipTexts = Array.from({ length: 32 }, (_, bits) =>
  JSON.stringify({
    following: (bits & 1) > 0,
    followedBy: (bits & 2) > 0,
    blocking: (bits & 4) > 0,
    muting: (bits & 8) > 0,
    requested: (bits & 16) > 0,
  } satisfies Relationship),
);

/** The relationship to someone whom one follows, and that is all. */
export const followedText = relationshipTexts[1]!;

/** The relationship as JSON text; "null" when signed out or about oneself. */
export function relationshipText(relations: Relations | null, otherId: Id): string {
  if (!relations || relations.accountId === otherId) return "null";
  const bits =
    (hasId(relations.following, otherId) ? 1 : 0) +
    (hasId(relations.followers, otherId) ? 2 : 0) +
    (hasId(relations.blocking, otherId) ? 4 : 0) +
    (hasId(relations.muting, otherId) ? 8 : 0) +
    (hasId(relations.requested, otherId) ? 16 : 0);
  return relationshipTexts[bits]!;
}

/** Most people follow no tag: they share one set. */
const noTags: ReadonlySet<string> = new Set();
const tagsOf = (tags: string[]) => (tags.length === 0 ? noTags : new Set(tags));
const noTopics: Id[] = [];
const idsOf = (ids: Id[]) => (ids.length === 0 ? noTopics : ids);

/** Keeps people's relations in memory, dropped on both sides whenever one of them changes. */
export function registerRelations(viewers: ViewerParts, log: EventLog, max: number): RelationsHandle {
  const relations = viewers.register<Relations>({
    name: "relations",
    max,
    columns: relationColumns,
    decode: (row) => ({
      accountId: row["account"] as Id,
      following: row["following"] as Id[],
      followers: row["followers"] as Id[],
      requested: row["requested"] as Id[],
      blocking: row["blocking"] as Id[],
      blockedBy: row["blockedBy"] as Id[],
      muting: row["muting"] as Id[],
      tags: tagsOf(row["followedTags"] as string[]),
      topics: idsOf(row["followedTopics"] as Id[]),
    }),
  });
  const ofTwo = new Set<string>([
    events.followed.type,
    events.unfollowed.type,
    events.followRequested.type,
    events.followRequestEnded.type,
    events.blocked.type,
    events.unblocked.type,
    events.muted.type,
    events.unmuted.type,
  ]);
  const ofInterests = new Set<string>([
    events.tagFollowed.type,
    events.tagUnfollowed.type,
    events.topicFollowed.type,
    events.topicUnfollowed.type,
  ]);
  log.listen((event) => {
    if (ofTwo.has(event.type)) {
      const { accountId, targetId } = event.payload as { accountId: Id; targetId: Id };
      relations.drop(accountId);
      relations.drop(targetId);
    } else if (ofInterests.has(event.type)) {
      relations.drop((event.payload as { accountId: Id }).accountId);
    }
  });
  return relations;
}
