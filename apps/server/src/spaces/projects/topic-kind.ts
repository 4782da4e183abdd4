import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { Ref } from "../../platform/http/schemas.ts";
import { type PostForm, postEvents, type Posts, type TopicKind } from "../../modules/posts/index.ts";
import type { NameKind, TopicNames } from "../../modules/search/index.ts";
import { projectChanged } from "./events.ts";
import {
  findTitles,
  listOwnIds,
  type NamedProject,
  postProjectJson,
  projectJson,
  readNames,
  readNamesAfter,
  replacePictures,
} from "./project-queries.ts";
import { PostProject, Project } from "./schemas.ts";
import { type WrittenProject, writeProjectText } from "./text/project-text.ts";

/** Posts that are projects. */
export const projectForm: PostForm = {
  kind: "project",
  item: Ref(Project),
  json: projectJson,
  write: writeProjectText,
  rewritten: (tx, postId, written) => replacePictures(tx, postId, (written as WrittenProject).pictureIds),
};

/** Posts about a project: its change log, which only its maker writes. */
export const projectTopics: TopicKind = {
  space: "projects",
  field: "projects",
  item: Ref(PostProject),
  idsField: "projectIds",
  most: 1,
  json: postProjectJson,
  names: findTitles,
  allowed: listOwnIds,
};

/** A project is found by its title and by what it is made with. */
const namesOf = ({ id, title, stack }: NamedProject): TopicNames => ({ id, names: [title, ...stack] });

const { postEdited, postHidden, postUnhidden, topicChanged, topicDeleted } = postEvents;
const ofPosts = [postEdited, postHidden, postUnhidden];

/** Projects in the search. */
export function projectNames({ presenter }: Pick<Posts, "presenter">): NameKind {
  return {
    space: "projects",
    type: "projects",
    item: Ref({ $id: "Post" }),
    events: [projectChanged, topicChanged, topicDeleted, ...ofPosts].map(({ type }) => type),
    changed(event: LoggedEvent): Id[] {
      if (projectChanged.is(event)) return [event.payload.projectId];
      if (!ofPosts.some((one) => one.is(event))) return [(event.payload as { topicId: Id }).topicId];
      const { kind, postId } = event.payload as { kind: string; postId: Id };
      return kind === "project" ? [postId] : [];
    },
    read: async (db, ids) => (await readNames(db, ids)).map(namesOf),
    readAfter: async (db, after, limit) => (await readNamesAfter(db, after, limit)).map(namesOf),
    async present(ids, relations) {
      const reader = await presenter.reader(relations?.accountId ?? null);
      return presenter.texts(await presenter.visible(ids, reader), reader);
    },
  };
}
