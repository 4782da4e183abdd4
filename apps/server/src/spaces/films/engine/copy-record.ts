import type { RecordOf } from "./reduce.ts";
import type { Film, Sum, Tables } from "./state.ts";

const copySum = ({ w, x }: Sum): Sum => ({ w, x });

/** A film with sums of its own: every opinion changes some of them, in place. */
export const copyFilm = (film: Film): Film => ({
  ...film,
  proven: copySum(film.proven),
  main: copySum(film.main),
  fresh: copySum(film.fresh),
  epoch: copySum(film.epoch),
  held: copySum(film.held),
  aspects: film.aspects.map(copySum),
});

/** A record of whatever table that may be changed and leaves the given one as it is. */
export function copyRecord<Name extends keyof Tables>(name: Name, record: RecordOf<Name>): RecordOf<Name> {
  if (name === "films") return copyFilm(record as Film) as unknown as RecordOf<Name>;
  return typeof record === "object" ? { ...record } : record;
}
