import type { FilmBody } from "./calls.ts";
import type { Credit, Film, Offer } from "./types.ts";
import { nameOf } from "./titles.ts";

export const ratings = ["all", "12", "15", "19"] as const;
export const offerKinds = ["stream", "free", "rent", "buy", "cinema"] as const;
export const roles = ["director", "writer", "actor"] as const satisfies Credit["role"][];

export type OfferDraft = Record<"platform" | "price" | "url" | "country" | "currency", string> &
  Pick<Offer, "kind">;
export const emptyOffer: OfferDraft = {
  platform: "",
  kind: "stream",
  price: "",
  url: "",
  country: "KR",
  currency: "KRW",
};

/** A film as its form holds it: everything is text. People stand one a line, an actor's part after a slash. */
export type FilmDraft = {
  ko: string;
  en: string;
  original: string;
  year: string;
  runtime: string;
  rating: (typeof ratings)[number] | "";
  genres: string[];
  synopsisKo: string;
  synopsisEn: string;
  people: Record<Credit["role"], string>;
  offers: OfferDraft[];
  note: string;
};

const lineOf = (credit: Credit) =>
  credit.character ? `${nameOf(credit)} / ${credit.character}` : nameOf(credit);

export function draftOf(film: Film | null): FilmDraft {
  const linesOf = (role: Credit["role"]) =>
    (film?.people ?? [])
      .filter((credit) => credit.role === role)
      .map(lineOf)
      .join("\n");
  return {
    ko: film?.title.ko ?? "",
    en: film?.title.en ?? "",
    original: film?.title.original ?? "",
    year: String(film?.year ?? ""),
    runtime: String(film?.runtimeMinutes ?? ""),
    rating: film?.ageRating ?? "",
    genres: film?.genres.map(({ id }) => id) ?? [],
    synopsisKo: film?.synopsis?.ko ?? "",
    synopsisEn: film?.synopsis?.en ?? "",
    people: { director: linesOf("director"), writer: linesOf("writer"), actor: linesOf("actor") },
    offers: (film?.platforms ?? []).map(({ platform, kind, price, url, country, currency }) => ({
      platform,
      kind,
      price: String(price ?? ""),
      url: url ?? "",
      country,
      currency: currency ?? emptyOffer.currency,
    })),
    note: "",
  };
}

export function draftFrom(form: FormData): FilmDraft {
  const all = (name: string) =>
    form
      .getAll(name)
      .map((value) => (typeof value === "string" ? value.trim().replaceAll("\r\n", "\n") : ""));
  const text = (name: string) => all(name)[0] ?? "";
  const offerTexts = {
    kind: all("offerKind"),
    price: all("offerPrice"),
    url: all("offerUrl"),
    country: all("offerCountry"),
    currency: all("offerCurrency"),
  };
  return {
    ko: text("ko"),
    en: text("en"),
    original: text("original"),
    year: text("year"),
    runtime: text("runtime"),
    rating: ratings.find((rating) => rating === text("rating")) ?? "",
    genres: all("genre"),
    synopsisKo: text("synopsisKo"),
    synopsisEn: text("synopsisEn"),
    people: { director: text("director"), writer: text("writer"), actor: text("actor") },
    offers: all("offerPlatform").map((platform, index) => ({
      platform,
      kind: offerKinds.find((kind) => kind === offerTexts.kind[index]) ?? emptyOffer.kind,
      price: offerTexts.price[index] ?? "",
      url: offerTexts.url[index] ?? "",
      country: offerTexts.country[index] ?? emptyOffer.country,
      currency: offerTexts.currency[index] ?? emptyOffer.currency,
    })),
    note: text("note"),
  };
}

/** Somebody who is known under the name that a line says stays who they are; other names are new people. */
function creditsOf({ people }: FilmDraft, known: readonly Credit[]): NonNullable<FilmBody["people"]> {
  const ids = new Map(known.map((credit) => [nameOf(credit), credit.id]));
  return roles.flatMap((role) =>
    people[role]
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [name = "", ...part] = line.split("/").map((piece) => piece.trim());
        const personId = ids.get(name);
        const who = personId ? { personId } : { name };
        return { ...who, role, character: part.join("/") || null };
      }),
  );
}

const whole = (text: string) => (text === "" ? null : Number(text));

function fieldsOf(draft: FilmDraft, known: readonly Credit[]): Required<Omit<FilmBody, "posterId" | "note">> {
  return {
    title: { ko: draft.ko || null, en: draft.en || null, original: draft.original || draft.ko || draft.en },
    year: whole(draft.year),
    genres: draft.genres,
    runtimeMinutes: whole(draft.runtime),
    ageRating: draft.rating || null,
    synopsis: { ko: draft.synopsisKo || null, en: draft.synopsisEn || null },
    people: creditsOf(draft, known),
    platforms: draft.offers
      .filter(({ platform }) => platform !== "")
      .map(({ platform, kind, price, url, country, currency }) => ({
        platform,
        kind,
        country,
        price: whole(price),
        currency: price ? currency : null,
        url: url || null,
      })),
  };
}

/** What the form changes of a film: only the fields that are not as they were, so that a proposal says what it proposes. */
export function bodyOf(draft: FilmDraft, film: Film | null): FilmBody {
  const known = film?.people ?? [];
  const [is, was] = [fieldsOf(draft, known), film && fieldsOf(draftOf(film), known)];
  const changed = Object.entries(is).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(was?.[field as keyof typeof was]),
  );
  return { ...Object.fromEntries(changed), ...(draft.note && { note: draft.note }) };
}
