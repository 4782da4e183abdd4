import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../people/index.ts";
import { postEvents } from "../posts/index.ts";

const { postCreated, postEdited, postDeleted, postHidden, postUnhidden } = postEvents;
const { accountCreated, accountChanged, accountDeleted } = peopleEvents;
const ofPosts = [postCreated, postEdited, postDeleted, postHidden, postUnhidden];
const ofAccounts = [accountCreated, accountChanged, accountDeleted];

/** The events after which something else can be found. */
export const changeTypes = [...ofPosts, ...ofAccounts].map((event) => event.type);

/** What has to be looked at again, each once. */
export function changesIn(events: readonly LoggedEvent[]): { posts: Id[]; accounts: Id[] } {
  const posts = new Set<Id>();
  const accounts = new Set<Id>();
  for (const event of events) {
    if (ofPosts.some((one) => one.is(event))) posts.add((event.payload as { postId: Id }).postId);
    else if (ofAccounts.some((one) => one.is(event)))
      accounts.add((event.payload as { accountId: Id }).accountId);
  }
  return { posts: [...posts], accounts: [...accounts] };
}
