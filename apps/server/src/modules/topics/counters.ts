import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../people/index.ts";
import { postEvents } from "../posts/index.ts";
import { countTopics, countTopicsOfAuthors, rebuildTopicStats } from "./topic-queries.ts";

const { postCreated, postEdited, postDeleted, postHidden, postUnhidden } = postEvents;
const { topicFollowed, topicUnfollowed, accountChanged } = peopleEvents;
const ofPosts = [postCreated, postEdited, postDeleted, postHidden, postUnhidden];

/** The topics whose counts an event may have changed. */
function touched(event: LoggedEvent): readonly Id[] {
  if (topicFollowed.is(event) || topicUnfollowed.is(event)) return [event.payload.topicId];
  if (postEdited.is(event)) return [...(event.payload.topics ?? []), ...(event.payload.before.topics ?? [])];
  return ofPosts.some((one) => one.is(event)) ? ((event.payload as { topics?: Id[] }).topics ?? []) : [];
}

/** Counts posts, pictures and followers of each topic that a batch is about anew: exact whatever came before, and safe to repeat. */
export function topicCounters(): Consumer {
  return {
    name: "topic-counters",
    types: [...ofPosts, topicFollowed, topicUnfollowed, accountChanged].map((event) => event.type),
    async handle(tx, events) {
      const topics = new Set(events.flatMap(touched));
      if (topics.size > 0) await countTopics(tx, [...topics]);
      const authors = events
        .filter(accountChanged.is)
        .filter(({ payload }) => payload.wasPrivate !== payload.isPrivate)
        .map(({ payload }) => payload.accountId);
      if (authors.length > 0) await countTopicsOfAuthors(tx, authors);
    },
    rebuild: rebuildTopicStats,
  };
}
