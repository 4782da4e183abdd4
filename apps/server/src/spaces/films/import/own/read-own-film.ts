import { Value } from "typebox/value";
import type { ExternalId, PersonInput, RatingInput, SiteInput } from "../../catalogue/film-input.ts";
import { ratingFault } from "../../catalogue/measures.ts";
import { isGenre } from "../../vocabulary.ts";
import { cleanText } from "../clean-text.ts";
import { personName } from "../person-name.ts";
import type { ReadFilm } from "../write-rows.ts";
import { idSources, OwnFilm, type OwnRating } from "./own-film.ts";

/** Reads a film of an operator's own file. `measures` says how each site measures; sites that are new are added to it. */
export function readOwnFilm(value: unknown, measures: Map<string, string>): ReadFilm {
  if (!Value.Check(OwnFilm, value)) return { faults: [faultOf(value)] };
  const { title = {}, synopsis = {}, people, offers, genres } = value;
  const ids = idsOf(value);
  if (ids.length === 0) return { faults: ["needs an id, its own or another one"] };
  const ratings = readRatings(value.ratings ?? [], measures);
  const known = genres && [...new Set(genres.filter(isGenre))].slice(0, 10);
  const faults = [...ratings.faults];
  for (const offer of offers ?? [])
    if ((offer.price === undefined) !== (offer.currency === undefined))
      faults.push(`${offer.platform}: a price goes with a currency; it is left out`);
  return {
    film: {
      ids,
      titleKo: cleanText(title.ko, 300),
      titleEn: cleanText(title.en, 300),
      titleOriginal: cleanText(title.original, 300),
      otherTitles: title.others?.flatMap((one) => cleanText(one, 300) ?? []),
      year: value.year,
      genres: known,
      runtimeMinutes: value.runtimeMinutes,
      ageRating: value.ageRating,
      synopsisKo: cleanText(synopsis.ko, 4000),
      synopsisEn: cleanText(synopsis.en, 4000),
      credits: people?.map(({ name, ids: called = {}, role, character }) => ({
        person: personOf(name, called),
        role,
        character: cleanText(character, 300),
      })),
      offers: offers?.map(({ price, currency, ...offer }) => ({
        ...offer,
        country: offer.country ?? "KR",
        ...(price !== undefined && currency !== undefined && { price, currency }),
      })),
      ...(value.ratings && { ratings: ratings.ratings }),
    },
    sites: ratings.sites,
    faults,
    counts: { unknownGenres: (genres ?? []).filter((genre) => !isGenre(genre)).length },
  };
}

/** The first fault that says something. */
function faultOf(value: unknown): string {
  const errors = Value.Errors(OwnFilm, value).filter(({ keyword }) => keyword !== "boolean");
  const { instancePath, message, params } = errors[0]!;
  const place = instancePath.slice(1).replaceAll("/", ".");
  const named = Object.values(params)
    .flat()
    .filter((one) => typeof one === "string")
    .join(", ");
  return `${place === "" ? "it" : place} ${message}${named === "" ? "" : ` (${named})`}`;
}

function idsOf({ id, ids = {} }: OwnFilm): ExternalId[] {
  const named = idSources.flatMap((source) => {
    const value = ids[source];
    return value === undefined ? [] : [{ source, value }];
  });
  const own = cleanText(id, 100);
  return own === undefined ? named : [{ source: "own", value: own }, ...named];
}

function personOf(name: string | { ko?: string; en?: string }, called: Record<string, string>): PersonInput {
  const names =
    typeof name === "string"
      ? personName(name)
      : { nameKo: cleanText(name.ko, 200), nameEn: cleanText(name.en, 200) };
  const ids = Object.entries(called).map(([source, value]) => ({ source, value: value.toWellFormed() }));
  const byName = (names.nameKo ?? names.nameEn ?? "").toLowerCase();
  return {
    ...names,
    ids: ids.length > 0 ? ids : [{ source: "own", value: `name:${byName}`.slice(0, 100).toWellFormed() }],
  };
}

function readRatings(given: readonly OwnRating[], measures: Map<string, string>) {
  const ratings = new Map<string, RatingInput>();
  const sites: SiteInput[] = [];
  const faults: string[] = [];
  for (const { site, name, measure, value, votes, date, attribution, url } of given) {
    const known = measures.get(site);
    const fault =
      known !== undefined && known !== measure
        ? `it is measured as ${known} here, not as ${measure}`
        : (ratingFault(measure, value, votes) ?? (isDay(date) ? undefined : `${date} is no day`));
    if (fault !== undefined) {
      faults.push(`rating of ${site}: ${fault}; it is left out`);
      continue;
    }
    measures.set(site, measure);
    sites.push({
      id: site,
      measure,
      name: cleanText(name, 60),
      attribution: cleanText(attribution, 300),
      url,
    });
    ratings.set(site, { site, value, votes, ratedOn: date });
  }
  return { ratings: [...ratings.values()], sites, faults };
}

/** Whether the day is in the calendar. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= "1970-01-01";
}
