import type { Tx } from "../src/platform/database/database.ts";
import type { Id } from "../src/platform/database/tables.ts";
import { postEvents } from "../src/modules/posts/index.ts";
import { insertTopics, logChanged } from "../src/modules/topics/topic-queries.ts";
import type { FilmInput } from "../src/spaces/films/catalogue/film-input.ts";
import { writeFilms } from "../src/spaces/films/catalogue/write-films.ts";
import type { TestServer } from "./test-server.ts";

/** A film of the catalogue; answers its id. */
export async function givenFilm(server: TestServer, more: Partial<FilmInput> = {}): Promise<string> {
  const [id] = await givenFilms(server, [more]);
  return String(id);
}

let films = 0;

export async function givenFilms({ maru }: TestServer, inputs: readonly Partial<FilmInput>[]): Promise<Id[]> {
  const { db, log } = maru.platform;
  const named = inputs.map((input, line): FilmInput => {
    const value = `test-${++films}`;
    return {
      line,
      ids: [{ source: "own", value }],
      titleKo: `영화 ${films}`,
      year: 2025,
      genres: ["drama"],
      ...input,
    };
  });
  const topics = {
    createMany: insertTopics,
    haveChanged: (tx: Tx, ids: readonly Id[]) => logChanged(log, tx, ids, postEvents.topicChanged.type),
  };
  await log.commit((tx) => writeFilms({ log, topics }, tx, named, { today: "2026-11-30" }));
  const values = named.map(({ ids }) => ids[0]!.value);
  const rows = await db
    .selectFrom("filmExternalId")
    .select(["filmId", "value"])
    .where("source", "=", named[0]!.ids[0]!.source)
    .where("value", "in", values)
    .execute();
  return values.map((value) => rows.find((row) => row.value === value)!.filmId);
}
