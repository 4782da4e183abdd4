import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { Ref } from "../../platform/http/schemas.ts";
import { postEvents, type TopicKind } from "../../modules/posts/index.ts";
import type { NameKind } from "../../modules/search/index.ts";
import { filmTexts } from "./list-films.ts";
import { selectPeople } from "./person-queries.ts";
import { Film, FilmPerson, PostFilm } from "./schemas.ts";
import {
  findTitles,
  readNames,
  readNamesAfter,
  readTitles,
  readTitlesAfter,
  topicFilmJson,
} from "./topic-queries.ts";

const { topicChanged, topicDeleted } = postEvents;
const topicEvents = [topicChanged.type, topicDeleted.type];
const topicOf = (event: LoggedEvent): Id[] => [(event.payload as { topicId: Id }).topicId];

/** Posts about films; anybody may write of any. */
export const filmTopics: TopicKind = {
  space: "films",
  field: "films",
  item: Ref(PostFilm),
  idsField: "filmIds",
  most: 3,
  json: topicFilmJson,
  names: findTitles,
  allowed: async (db, _authorId, ids) => (await readTitles(db, ids)).map(({ id }) => id),
};

/** Films are found by any of their titles. */
export const filmNames = (db: Db): NameKind => ({
  space: "films",
  type: "films",
  item: Ref(Film),
  events: topicEvents,
  changed: topicOf,
  read: (tx, ids) => readTitles(tx, ids),
  readAfter: (tx, after, limit) => readTitlesAfter(tx, after, limit),
  present: (ids, reader) => filmTexts({ db }, ids, reader?.accountId ?? null),
});

/** Those who make films and play in them. */
export const filmPeopleNames = (db: Db): NameKind => ({
  space: "film-people",
  type: "film-people",
  item: Ref(FilmPerson),
  events: topicEvents,
  changed: topicOf,
  read: (tx, ids) => readNames(tx, ids),
  readAfter: (tx, after, limit) => readNamesAfter(tx, after, limit),
  present: async (ids) => (await selectPeople(db, ids)).map((person) => JSON.stringify(person)),
});
