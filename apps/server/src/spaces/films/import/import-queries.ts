import type { Db, Tx } from "../../../platform/database/database.ts";
import type {} from "../tables.ts";

export type ImportSource = "imdb" | "movielens" | "file" | "tmdb";

export interface ImportState {
  step: string;
  /** The last line of each file that is done. */
  position: Record<string, number>;
  counts: Record<string, number>;
}

export interface ImportKey {
  source: ImportSource;
  fingerprint: string;
}

/** An import that was begun and has not ended. */
export async function findUnfinished(
  db: Db,
  { source, fingerprint }: ImportKey,
): Promise<ImportState | undefined> {
  return db
    .selectFrom("filmImport")
    .select(["step", "position", "counts"])
    .where("source", "=", source)
    .where("fingerprint", "=", fingerprint)
    .where("finishedAt", "is", null)
    .executeTakeFirst();
}

const written = ({ step, position, counts }: ImportState) => ({
  step,
  position: JSON.stringify(position),
  counts: JSON.stringify(counts),
});

/** Begins an import from its beginning. */
export async function insertImport(db: Db, key: ImportKey, state: ImportState): Promise<void> {
  await db
    .insertInto("filmImport")
    .values({ ...key, ...written(state) })
    .onConflict((conflict) =>
      conflict
        .columns(["source", "fingerprint"])
        .doUpdateSet({ ...written(state), startedAt: new Date(), finishedAt: null }),
    )
    .execute();
}

export async function updateImport(
  tx: Tx | Db,
  { source, fingerprint }: ImportKey,
  state: ImportState,
  finishedAt: Date | null = null,
): Promise<void> {
  await tx
    .updateTable("filmImport")
    .set({ ...written(state), finishedAt })
    .where("source", "=", source)
    .where("fingerprint", "=", fingerprint)
    .execute();
}
