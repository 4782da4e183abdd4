import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { insertTopics, logChanged } from "../src/modules/topics/topic-queries.ts";
import type { Db } from "../src/platform/database/database.ts";
import { createEventLog } from "../src/platform/events/event-log.ts";
import { type ImportDeps, type ImportWatch, Stopped } from "../src/spaces/films/import/import-run.ts";
import { testDatabase } from "./test-database.ts";

const emptied = "film, film_person, topic, film_site, film_import, film_event, film_change, event";

/** A database for imports, empty before each test, and a folder for files. */
export function testImports() {
  const database = testDatabase();
  let folder: string;
  let notes: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "maru-imports-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    notes = [];
    await sql.raw(`truncate ${emptied} cascade`).execute(database.db);
  });

  return {
    get db() {
      return database.db;
    },
    get deps(): ImportDeps {
      const { db } = database;
      const log = createEventLog(db);
      return {
        db,
        log,
        topics: {
          createMany: insertTopics,
          haveChanged: (tx, ids) => logChanged(log, tx, ids, "topic.changed"),
        },
      };
    },
    /** What was said to whoever started the import. */
    notes: () => notes,
    watch: (more: Partial<ImportWatch> = {}): ImportWatch => ({
      progress: () => {},
      note: (text) => void notes.push(text),
      signal: new AbortController().signal,
      now: new Date("2026-11-30T09:00:00Z"),
      ...more,
    }),
    /** What an import that is to end after so many commits is given. */
    stoppingAfter(commits: number): { deps: ImportDeps; watch: ImportWatch } {
      const stop = new AbortController();
      const { deps } = this;
      let count = 0;
      const commit: typeof deps.log.commit = async (work) => {
        const done = await deps.log.commit(work);
        count += 1;
        if (count === commits) stop.abort();
        return done;
      };
      return { deps: { ...deps, log: { ...deps.log, commit } }, watch: this.watch({ signal: stop.signal }) };
    },
    /** Writes a file into a folder of its own, or into that of a call before; answers its path. */
    async file(name: string, content: string | Buffer, folderName: string = randomUUID()) {
      await mkdir(join(folder, folderName), { recursive: true });
      const path = join(folder, folderName, name);
      await writeFile(
        path,
        name.endsWith(".gz") && typeof content === "string" ? gzipSync(content) : content,
      );
      return path;
    },
    reset: () => sql.raw(`truncate ${emptied} cascade`).execute(database.db),
  };
}

/** Answers nothing for an import that was stopped. */
export function unlessStopped(error: unknown): undefined {
  if (!(error instanceof Stopped)) throw error;
}

/** Everything that an import has written, without the ids of this database and in an order of its own. */
export async function dumpFilms(db: Db): Promise<unknown> {
  const one = async (text: string) => {
    const { rows } = await sql
      .raw<{ row: unknown }>(`select to_jsonb(x) as row from (${text}) x`)
      .execute(db);
    return rows.map(({ row }) => row);
  };
  const film = "(select min(e.source || ' ' || e.value) from film_external_id e where e.film_id = f.id)";
  const person =
    "(select min(e.source || ' ' || e.value) from film_person_external_id e where e.person_id = p.id)";
  return {
    films: await one(`select ${film} as known_as, to_jsonb(f) - 'id' - 'created_at' as film,
      (select to_jsonb(k) - 'film_id' from film_rank k where k.film_id = f.id) as rank,
      array(select e.source || ' ' || e.value from film_external_id e where e.film_id = f.id order by 1) as ids
      from film f join topic t on t.id = f.id and t.space = 'films' order by 1`),
    people: await one(`select ${person} as known_as, to_jsonb(p) - 'id' as person
      from film_person p join topic t on t.id = p.id and t.space = 'film-people' order by 1`),
    credits: await one(`select ${film} as film, ${person} as person, c.role, c.position, c.character
      from film_credit c join film f on f.id = c.film_id join film_person p on p.id = c.person_id order by 1, 4`),
    offers: await one(
      `select ${film} as film, to_jsonb(o) - 'film_id' as offer from film_offer o join film f on f.id = o.film_id order by 1, 2`,
    ),
    ratings: await one(
      `select ${film} as film, to_jsonb(r) - 'film_id' as rating from film_rating r join film f on f.id = r.film_id order by 1, 2`,
    ),
    sites: await one("select * from film_site order by id"),
    told: await one(
      `select ${film} as film, e.type, e.payload from film_event e join film f on f.id = e.film_id order by 1, e.payload`,
    ),
    changed: await one(`select coalesce(${film}, ${person}) as topic, count(*) as times from event v
      left join film f on f.id = (v.payload ->> 'topicId')::bigint left join film_person p on p.id = (v.payload ->> 'topicId')::bigint
      where v.type = 'topic.changed' group by 1 order by 1`),
    topics: await one("select space, count(*) from topic group by 1 order by 1"),
  };
}

/** Each row as it lies in the table, with where: whatever is written again lies elsewhere. */
export async function placesOf(db: Db): Promise<unknown[]> {
  const tables = [
    "film",
    "film_external_id",
    "film_person",
    "film_person_external_id",
    "film_credit",
    "film_offer",
    "film_rating",
    "film_site",
    "film_rank",
    "film_event",
    "topic",
    "event",
  ];
  const all = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql
        .raw(
          `select '${table}' as "table", tableoid::bigint as part, ctid::text as place, xmin::text as written from ${table} order by 2, 3`,
        )
        .execute(db);
      return rows;
    }),
  );
  return all.flat();
}
