import type { Db, Tx } from "../../../platform/database/database.ts";
import { giveBackMemory } from "../../../platform/telemetry/give-back-memory.ts";
import type { CatalogueDeps } from "../catalogue/deps.ts";
import type { FilmInput, SiteInput } from "../catalogue/film-input.ts";
import { upsertSites } from "../catalogue/rating-queries.ts";
import { writeFilms, type WrittenFilms } from "../catalogue/write-films.ts";
import { createFaults, type Faults } from "./faults.ts";
import {
  findUnfinished,
  type ImportKey,
  type ImportState,
  insertImport,
  updateImport,
} from "./import-queries.ts";

export interface ImportDeps extends CatalogueDeps {
  db: Db;
}

/** How an import is watched and stopped. */
export interface ImportWatch {
  /** What share of it is done, and what it is doing. */
  progress(share: number, doing: string): void;
  /** Something that whoever started it should read. */
  note(text: string): void;
  /** Ends it after the batch that is being written. */
  signal: AbortSignal;
  /** The day as which this one counts. */
  now: Date;
}

export type Counts = Record<string, number>;

/** It was ended from outside; the same import goes on where this one ended. */
export class Stopped extends Error {
  constructor() {
    super("Stopped. The same command goes on from here.");
    this.name = "Stopped";
  }
}

export interface ImportRun {
  /** The step it is in; it may have been begun before. */
  readonly step: string;
  readonly position: Readonly<Record<string, number>>;
  readonly counts: Readonly<Counts>;
  /** Whether it goes on where another one was cut off. */
  readonly resumed: boolean;
  /** Lines that are not as they should be; they are counted with the next batch. */
  readonly faults: Faults;
  /** Goes on to another step, from the beginning of what it reads. */
  enter(step: string): Promise<void>;
  /** Writes a batch and how far it reaches in one transaction; `work` answers what is to be counted. Throws Stopped when it was the last. */
  commit(position: Record<string, number>, work: (tx: Tx) => Promise<Counts>): Promise<void>;
  /** As `commit` of films, whose lines are those of `file`. */
  writeFilms(
    file: string,
    position: Record<string, number>,
    films: readonly FilmInput[],
    counts: Counts,
    how?: { onlyMissing?: boolean; sites?: readonly SiteInput[] },
  ): Promise<void>;
  finish(): Promise<void>;
}

/** V8 would let what nobody needs any more grow to several times what is needed, and the site beside it wants its memory. */
const mostHeap = 160e6;

export async function beginImport(
  deps: ImportDeps,
  key: ImportKey,
  firstStep: string,
  { signal, note, now }: ImportWatch,
): Promise<ImportRun> {
  const { db, log } = deps;
  const today = now.toISOString().slice(0, 10);
  const faults = createFaults(note);
  const unfinished = await findUnfinished(db, key);
  let state: ImportState = unfinished ?? { step: firstStep, position: {}, counts: {} };
  if (!unfinished) await insertImport(db, key, state);

  async function commit(position: Record<string, number>, work: (tx: Tx) => Promise<Counts>): Promise<void> {
    if (signal.aborted) throw new Stopped();
    const seen = { faults: faults.take() };
    state = await log.commit(async (tx) => {
      const next = {
        step: state.step,
        position: { ...state.position, ...position },
        counts: added(added(state.counts, seen), await work(tx)),
      };
      await updateImport(tx, key, next);
      return next;
    });
    if (process.memoryUsage().heapUsed > mostHeap) giveBackMemory();
  }

  return {
    get step() {
      return state.step;
    },
    get position() {
      return state.position;
    },
    get counts() {
      return state.counts;
    },
    resumed: unfinished !== undefined,
    faults,
    async enter(step) {
      state = { ...state, step, position: {} };
      await updateImport(db, key, state);
    },
    commit,
    async writeFilms(file, position, films, counts, { onlyMissing = false, sites = [] } = {}) {
      let found: WrittenFilms["faults"] = [];
      await commit(position, async (tx) => {
        await upsertSites(tx, sites);
        const written = await writeFilms(deps, tx, films, { onlyMissing, today });
        found = written.faults;
        return added(counts, {
          films: films.length,
          filmsCreated: written.created,
          filmsChanged: written.changed,
          ratingsWritten: written.ratings,
          peopleCreated: written.people.created,
          peopleChanged: written.people.changed,
          creditsWithoutPerson: written.unknownPeople,
        });
      });
      for (const { line, text } of found) faults.tell(file, line, text);
    },
    async finish() {
      state = { ...state, counts: added(state.counts, { faults: faults.take() }) };
      await updateImport(db, key, state, new Date());
    },
  };
}

export function added(one: Counts, other: Counts): Counts {
  const sum = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
