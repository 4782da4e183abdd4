import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import {
  findAccounts,
  findFirstTopics,
  findTags,
  findTopics,
  type NameQuery,
  type RankedName,
} from "./postgres/name-queries.ts";
import { hashToken } from "./text/hash.ts";
import { partTokens } from "./text/names.ts";

export interface NamesAsked {
  /** Parts of a name, normalised, all of which it has to have. */
  parts: readonly string[];
  limit: number;
  /** Where an earlier answer has ended. */
  position: string | undefined;
}

export interface FoundName<Key> {
  key: Key;
  /** What continues after this one. */
  position: string;
}

const queryOf = (parts: readonly string[]): NameQuery => ({
  parts,
  hashes: [...new Set(parts.flatMap(partTokens))].map(hashToken),
});

const found = <Key>({ rank, weight, key }: RankedName<Key>): FoundName<Key> => ({
  key,
  position: `${rank}:${weight}:${String(key)}`,
});

function readPosition(position: string | undefined): RankedName<string> | undefined {
  const [, rank, weight, key = ""] = /^(\d+):(\d+):(.*)$/su.exec(position ?? "") ?? [];
  return rank === undefined ? undefined : { rank: Number(rank), weight: Number(weight), key };
}

/** People by handle and name, best first; those of limited standing for whoever follows them. */
export async function findPeople(
  db: Db,
  asked: NamesAsked,
  reader: { except: readonly Id[]; following: readonly Id[] },
): Promise<FoundName<Id>[]> {
  const after = readPosition(asked.position);
  const position = after && { ...after, key: Number(after.key) };
  return (await findAccounts(db, queryOf(asked.parts), reader, asked.limit, position)).map(found);
}

/** Topics of a space by name, best first. */
export async function findTopicNames(db: Db, space: string, asked: NamesAsked): Promise<FoundName<Id>[]> {
  const after = readPosition(asked.position);
  const position = after && { ...after, key: Number(after.key) };
  return (await findTopics(db, space, queryOf(asked.parts), asked.limit, position)).map(found);
}

/** The best topics of each of some spaces, in one statement. */
export const findFirstTopicNames = (
  db: Db,
  spaces: readonly string[],
  parts: readonly string[],
  limit: number,
): Promise<{ space: string; key: Id }[]> => findFirstTopics(db, spaces, queryOf(parts), limit);

export async function findTagNames(db: Db, asked: NamesAsked): Promise<FoundName<string>[]> {
  return (await findTags(db, queryOf(asked.parts), asked.limit, readPosition(asked.position))).map(found);
}
