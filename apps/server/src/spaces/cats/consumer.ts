import type { Consumer } from "../../platform/events/consumer.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../../modules/people/index.ts";
import type { Topics } from "../../modules/topics/index.ts";
import { listCatsOf, recountAllFollowers, recountFollowers, tellPeople } from "./consumer-queries.ts";
import { catFollowChanged } from "./events.ts";

const { topicFollowed, topicUnfollowed, accountChanged } = peopleEvents;

/**
 * Keeps the followers by which the directory is ordered, exact and safe to repeat; and passes on what follows from events of the core that
 * know no cat: whose cat it is that somebody follows, and which cats are for everybody when an account has become private, or open.
 */
export function catsConsumer(log: EventLog, topics: Topics): Consumer {
  return {
    name: "cats",
    types: [topicFollowed.type, topicUnfollowed.type, accountChanged.type],
    async handle(tx, events) {
      const follows = events
        .filter((event) => topicFollowed.is(event) || topicUnfollowed.is(event))
        .map((event) => event.payload);
      if (follows.length > 0) {
        await recountFollowers(tx, [...new Set(follows.map((follow) => follow.topicId))]);
        await tellPeople(log, tx, catFollowChanged.type, follows);
      }
      const turned = events
        .filter(accountChanged.is)
        .filter(({ payload }) => payload.wasPrivate !== payload.isPrivate)
        .map(({ payload }) => payload.accountId);
      await topics.haveChanged(tx, await listCatsOf(tx, turned));
    },
    rebuild: recountAllFollowers,
  };
}
