import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { Ref } from "../../platform/http/schemas.ts";
import { postEvents, type TopicKind } from "../../modules/posts/index.ts";
import type { NameKind, TopicNames } from "../../modules/search/index.ts";
import { breeds, wordsOfBreed } from "./breeds.ts";
import { listVisibleIds } from "./cat-row-queries.ts";
import { colours, patterns } from "./coats.ts";
import { catRegistered } from "./events.ts";
import type { CatPresenter } from "./present.ts";
import { Cat, PostCat } from "./schemas.ts";
import { findNames, type NamedCat, postCatJson, readNames, readNamesAfter } from "./topic-queries.ts";

/** Cats on posts. */
export const catTopics: TopicKind = {
  space: "cats",
  field: "cats",
  item: Ref(PostCat),
  idsField: "catIds",
  most: 10,
  json: postCatJson(Object.fromEntries(breeds.map(({ id, name }) => [id, { id, name }]))),
  names: findNames,
  allowed: (db, authorId, ids) => listVisibleIds(db, ids, authorId),
};

/** A cat is found by its name, by whatever people call its breed, and by the words for its coat. */
function namesOf({ id, name, breed, colour, pattern }: NamedCat): TopicNames {
  const coat = [colours[colour ?? ""], patterns[pattern ?? ""]].flatMap((word) => word || []);
  return { id, names: [name, ...wordsOfBreed(breed ?? ""), ...coat] };
}

const { topicChanged, topicDeleted } = postEvents;

/** Cats in the search. */
export function catNames(presenter: CatPresenter): NameKind {
  return {
    space: "cats",
    type: "cats",
    item: Ref(Cat),
    events: [catRegistered.type, topicChanged.type, topicDeleted.type],
    changed: (event: LoggedEvent): Id[] => [
      catRegistered.is(event) ? event.payload.catId : (event.payload as { topicId: Id }).topicId,
    ],
    read: async (db, ids) => (await readNames(db, ids)).map(namesOf),
    readAfter: async (db, after, limit) => (await readNamesAfter(db, after, limit)).map(namesOf),
    present: (ids, reader) => presenter.textsOf(ids, reader?.accountId ?? null),
  };
}
