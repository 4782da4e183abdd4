import type { Counts } from "./import-run.ts";

/** What was counted, in words; in this order. */
const words: Readonly<Record<string, string>> = {
  titles: "titles were read",
  titlesLeftOut: "of them are not films, or not of those that were asked for",
  films: "films",
  filmsCreated: "of them are new",
  filmsChanged: "of them have changed",
  ratingsWritten: "ratings are new or have changed",
  people: "people",
  peopleCreated: "people are new",
  peopleChanged: "people have changed",
  creditsWithoutPerson: "credits name somebody of whom nothing else is known; they are left out",
  unknownGenres: "times a genre was named that Maru does not know",
  faults: "lines were not as they should be",
};

export function summaryOf(counts: Counts): string {
  return Object.entries(words)
    .filter(([name]) => (counts[name] ?? 0) > 0)
    .map(([name, text]) => `${(counts[name] ?? 0).toLocaleString("en").padStart(12)} ${text}`)
    .join("\n");
}
