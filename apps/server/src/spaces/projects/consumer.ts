import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import { peopleEvents } from "../../modules/people/index.ts";
import { postEvents } from "../../modules/posts/index.ts";
import type { Topics } from "../../modules/topics/index.ts";
import { projectChanged, projectRemoved } from "./events.ts";
import { listProjectIdsOf } from "./project-queries.ts";
import { addToTechnologies, addViews, onlyProjects, rankProjects, rebuildRanks } from "./rank-queries.ts";
import type { TechnologyId } from "./tables.ts";

const { postCreated, postDeleted, postEdited, postHidden, postUnhidden, postViewed } = postEvents;
const { postLiked, postUnliked, postBookmarked, postUnbookmarked } = postEvents;
const marks = [postLiked, postUnliked, postBookmarked, postUnbookmarked];
/** Comments that come, go, and are hidden. */
const changes = [postCreated, postEdited, postDeleted, postHidden, postUnhidden];

/**
 * Keeps what the board is ordered by, counted anew so that the order of events does not matter; and, added up, views and in how many projects
 * each technology is. And passes on that the projects of an account that has become private, or open, are shown to others than before.
 */
export function projectsConsumer(topics: Topics): Consumer {
  return {
    name: "projects",
    types: [
      projectChanged,
      projectRemoved,
      ...marks,
      ...changes,
      postViewed,
      peopleEvents.accountChanged,
    ].map(({ type }) => type),
    async handle(tx, events) {
      const touched = new Set<Id>();
      const views = new Map<Id, number>();
      const technologies = new Map<TechnologyId, number>();
      /** Makers whose account has become private, or open. */
      const turned: Id[] = [];
      const addUp = <K>(sums: Map<K, number>, keys: readonly K[], more: number) => {
        for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + more);
      };
      for (const event of events) {
        if (projectChanged.is(event)) {
          touched.add(event.payload.projectId);
          addUp(technologies, event.payload.stack, 1);
          addUp(technologies, event.payload.before, -1);
        } else if (projectRemoved.is(event)) addUp(technologies, event.payload.stack, -1);
        else if (postViewed.is(event)) addUp(views, [event.payload.postId], event.payload.views);
        else if (marks.some((mark) => mark.is(event))) touched.add((event.payload as { postId: Id }).postId);
        else if (peopleEvents.accountChanged.is(event)) {
          if (event.payload.wasPrivate !== event.payload.isPrivate) turned.push(event.payload.accountId);
        } else {
          const { kind, postId, rootId } = event.payload as { kind: string; postId: Id; rootId: Id | null };
          if (rootId !== null) touched.add(rootId);
          else if (kind === "project") touched.add(postId);
        }
      }
      const theirs = await listProjectIdsOf(tx, turned);
      await topics.haveChanged(tx, theirs);
      for (const id of theirs) touched.add(id);
      // Most posts are none: asked first, so that the rest need not lock anything.
      const projects = new Set(await onlyProjects(tx, [...new Set([...touched, ...views.keys()])]));
      await rankProjects(
        tx,
        [...touched].filter((id) => projects.has(id)),
      );
      await addViews(tx, new Map([...views].filter(([id]) => projects.has(id))));
      await addToTechnologies(tx, new Map([...technologies].filter(([, more]) => more !== 0)));
    },
    rebuild: rebuildRanks,
  };
}
