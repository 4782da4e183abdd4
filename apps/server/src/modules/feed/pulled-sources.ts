import type { Stamps } from "../../platform/cache/stamps.ts";
import type { Id } from "../../platform/database/tables.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import type { Relations } from "../people/index.ts";
import { insertPost, type Timeline, timelineOf } from "./timeline.ts";

/** An author, a tag or a topic whose posts are not pushed but merged in when a home is read. */
export interface PulledSource {
  /** Its name among the stamps. */
  key: number;
  loading: Promise<unknown>;
  /** The recent posts; undefined while they are being read. */
  timeline: Timeline | undefined;
}

/** What a post comes into homes by. */
export type Source = { authorId: Id } | { tag: string } | { topicId: Id };

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
  const topics = new Map<Id, PulledSource>();
  const tags = new Map<string, PulledSource>();
  let tagKey = 0;

  function find(source: Source): PulledSource | undefined {
    if ("tag" in source) return tags.get(source.tag);
    return "topicId" in source ? topics.get(source.topicId) : authors.get(source.authorId);
  }
  function put(source: Source, pulled: PulledSource): void {
    if ("tag" in source) tags.set(source.tag, pulled);
    else if ("topicId" in source) topics.set(source.topicId, pulled);
    else authors.set(source.authorId, pulled);
  }
  function remove(source: Source): void {
    if ("tag" in source) tags.delete(source.tag);
    else if ("topicId" in source) topics.delete(source.topicId);
    else authors.delete(source.authorId);
  }

  return {
    find,
    add(source, load) {
      const key = "tag" in source ? ++tagKey : "topicId" in source ? source.topicId : source.authorId;
      const loading = load().then((ids) => (pulled.timeline = timelineOf(ids)));
      const pulled: PulledSource = { key, loading, timeline: undefined };
      put(source, pulled);
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
      if (topics.size > 0) for (const id of relations.topics) if (topics.has(id)) found.push(topics.get(id)!);
      return found;
    },
    clear() {
      authors.clear();
      topics.clear();
      tags.clear();
    },
  };
}
