import type { Stamps } from "../../platform/cache/stamps.ts";
import type { Id } from "../../platform/database/tables.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import type { Relations } from "../people/index.ts";
import { insertPost, type Timeline, timelineOf } from "./timeline.ts";

/** An author or a tag whose posts are not pushed but merged in when a home is read. */
export interface PulledSource {
  /** Its name among the stamps. */
  key: number;
  loading: Promise<unknown>;
  /** The recent posts; undefined while they are being read. */
  timeline: Timeline | undefined;
}

/** What a post comes into homes by. */
export type Source = { authorId: Id } | { tag: string };

export interface PulledSources {
  find(source: Source): PulledSource | undefined;
  /** From now on the source is pulled; `load` reads its newest `timelineCap` posts, newest first. */
  add(source: Source, load: () => Promise<Id[]>): void;
  insert(pulled: PulledSource, postId: Id): Promise<void>;
  /** Those that somebody follows. */
  followedBy(relations: Relations): PulledSource[];
  clear(): void;
}

export function createPulledSources(stamps: Stamps): PulledSources {
  const authors = new Map<Id, PulledSource>();
  const tags = new Map<string, PulledSource>();
  let tagKey = 0;

  function remove(source: Source): void {
    if ("tag" in source) tags.delete(source.tag);
    else authors.delete(source.authorId);
  }

  return {
    find: (source) => ("tag" in source ? tags.get(source.tag) : authors.get(source.authorId)),
    add(source, load) {
      const key = "tag" in source ? ++tagKey : source.authorId;
      const loading = load().then((ids) => (pulled.timeline = timelineOf(ids)));
      const pulled: PulledSource = { key, loading, timeline: undefined };
      if ("tag" in source) tags.set(source.tag, pulled);
      else authors.set(source.authorId, pulled);
      // Pushed again then, until its next post.
      loading.catch(() => remove(source));
    },
    async insert(pulled, postId) {
      await pulled.loading;
      insertPost(pulled.timeline!, postId);
      stamps.changed(pulled.key);
    },
    followedBy(relations) {
      const found: PulledSource[] = [];
      const { following } = relations;
      if (authors.size < following.length) {
        for (const [id, pulled] of authors) if (hasId(following, id)) found.push(pulled);
      } else if (authors.size > 0) {
        for (const id of following) if (authors.has(id)) found.push(authors.get(id)!);
      }
      if (tags.size > 0) for (const tag of relations.tags) if (tags.has(tag)) found.push(tags.get(tag)!);
      return found;
    },
    clear() {
      authors.clear();
      tags.clear();
    },
  };
}
