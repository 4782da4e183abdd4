import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import { postEvents } from "../../modules/posts/index.ts";
import { projectChanged, projectRemoved } from "./events.ts";
import { addToTechnologies, addViews, onlyProjects, rankProjects, rebuildRanks } from "./rank-queries.ts";
import type { TechnologyId } from "./tables.ts";

const { postCreated, postDeleted, postEdited, postHidden, postUnhidden, postViewed } = postEvents;
const { postLiked, postUnliked, postBookmarked, postUnbookmarked } = postEvents;
const marks = [postLiked, postUnliked, postBookmarked, postUnbookmarked];
/** Comments that come, go, and are hidden. */
const changes = [postCreated, postEdited, postDeleted, postHidden, postUnhidden];

/**
 * Keeps what the board is ordered by, counted anew so that the order of events does not matter; and, added up, views and in how many projects
 * each technology is.
 */
export function projectsConsumer(): Consumer {
  return {
    name: "projects",
    types: [projectChanged, projectRemoved, ...marks, ...changes, postViewed].map(({ type }) => type),
    async handle(tx, events) {
      const touched = new Set<Id>();
      const views = new Map<Id, number>();
      const technologies = new Map<TechnologyId, number>();
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
        else {
          const { rootId } = event.payload as { rootId: Id | null };
          if (rootId !== null) touched.add(rootId);
        }
      }
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
