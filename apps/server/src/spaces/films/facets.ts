import type { Static } from "typebox";
import type { Db } from "../../platform/database/database.ts";
import { countLabels } from "./facet-queries.ts";
import type { Facets } from "./schemas.ts";
import { genres, platformName } from "./vocabulary.ts";

type Facets = Static<typeof Facets>;

const goodForMs = 60_000;

/** What lists of films can be narrowed by. Counted at most once a minute; who asks meanwhile gets what was counted. */
export function createFacets(db: Db): () => Promise<Facets> {
  let counted: Promise<Facets> | undefined;
  let at = -Infinity;
  return () => {
    const now = performance.now();
    if (!counted || now - at > goodForMs) {
      at = now;
      counted = countFacets(db);
      counted.catch(() => (counted = undefined));
    }
    return counted;
  };
}

const names = new Map(genres.map(({ id, name }) => [id, name]));

async function countFacets(db: Db): Promise<Facets> {
  const rows = await countLabels(db);
  const of = (kind: string) =>
    rows
      .filter(({ label }) => label.startsWith(`${kind}:`))
      .map(({ label, films }) => ({ id: label.slice(kind.length + 1), films }));
  const used = of("genre");
  const unused = genres
    .filter(({ id }) => used.every((one) => one.id !== id))
    .map(({ id }) => ({ id, films: 0 }));
  return {
    genres: [...used, ...unused].map((one) => ({
      ...one,
      name: names.get(one.id) ?? { ko: one.id, en: one.id },
    })),
    platforms: of("on").map((one) => ({ ...one, name: platformName(one.id) })),
    years: of("year")
      .map(({ id, films }) => ({ year: Number(id), films }))
      .sort((one, other) => other.year - one.year),
  };
}
