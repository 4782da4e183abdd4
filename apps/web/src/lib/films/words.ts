import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";
import { nameOf } from "./titles.ts";
import type { Credit, Film, FilmPerson, Offer } from "./types.ts";

const roleNames = { director: m.film_director, actor: m.film_actor, writer: m.film_writer };
export const roleWord = (role: Credit["role"]) => roleNames[role]();

const ratings = {
  all: m.film_rating_all,
  "12": m.film_rating_12,
  "15": m.film_rating_15,
  "19": m.film_rating_19,
};
export const ratingWord = (rating: NonNullable<Film["ageRating"]>) => ratings[rating]();

const offers = {
  stream: m.film_offer_stream,
  free: m.film_offer_free,
  rent: m.film_offer_rent,
  buy: m.film_offer_buy,
  cinema: m.film_offer_cinema,
};

/** "구독", "대여 2,500원": how a film is to be had. */
export function offerWords({ kind, price, currency }: Pick<Offer, "kind" | "price" | "currency">) {
  const word = offers[kind]();
  return price === null || !currency ? word : `${word} ${priceWord(price, currency)}`;
}

/** The smallest unit of a currency is a hundredth of it, except where there is none. */
function priceWord(price: number, currency: string) {
  try {
    const format = new Intl.NumberFormat(getLocale(), { style: "currency", currency });
    return format.format(price / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
  } catch {
    return `${price} ${currency}`;
  }
}

/** "2025 · 드라마 · 118분 · 12세": what there is to say of a film in one line. */
export function factsOf({ year, genres, runtimeMinutes, ageRating }: Film): string {
  return [
    year,
    genres.map(nameOf).join(", "),
    runtimeMinutes && m.film_minutes({ count: runtimeMinutes }),
    ageRating && ratingWord(ageRating),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "2025 · 드라마 · 한서림": the same in a list. */
export function lineOf({ year, genres, people }: Pick<Film, "year" | "genres" | "people">): string {
  const directors = people.filter(({ role }) => role === "director").map(nameOf);
  return [year, genres[0] && nameOf(genres[0]), directors.join(", ")].filter(Boolean).join(" · ");
}

/** "넷플릭스 · 왓챠": where a film can be seen, each place once. */
export const placesOf = ({ platforms }: Pick<Film, "platforms">): string[] => [
  ...new Set(platforms.map(nameOf)),
];

const creditCounts = {
  director: m.film_person_counts_director,
  actor: m.film_person_counts_actor,
  writer: m.film_person_counts_writer,
};

/** "감독 3편 · 각본 1편": what somebody has done, of the films that are here. */
export const creditWords = ({ credits }: Pick<FilmPerson, "credits">): string =>
  (["director", "writer", "actor"] as const)
    .filter((role) => credits[role] > 0)
    .map((role) => creditCounts[role]({ count: credits[role] }))
    .join(" · ");
