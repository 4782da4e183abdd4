import type { CreditInput } from "../../catalogue/film-input.ts";
import type { CreditRole } from "../../vocabulary.ts";
import { cleanText } from "../clean-text.ts";

const roles: Readonly<Record<string, CreditRole>> = {
  director: "director",
  actor: "actor",
  actress: "actor",
  writer: "writer",
};

/** So many people of a film are taken, those whom IMDb names first. */
export const mostPeople = 10;

export const roleOf = (category: string | undefined): CreditRole | undefined =>
  category !== undefined && Object.hasOwn(roles, category) ? roles[category] : undefined;

/** A row of title.principals. */
export function readCredit(nconst: string, role: CreditRole, characters: string | undefined): CreditInput {
  return { person: { ids: [{ source: "imdb", value: nconst }] }, role, character: characterOf(characters) };
}

/** IMDb writes them as a list in JSON. */
function characterOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const names: unknown = JSON.parse(text);
    if (Array.isArray(names))
      return cleanText(names.filter((name) => typeof name === "string").join(" / "), 300);
  } catch {
    // Then it is the name itself.
  }
  return cleanText(text, 300);
}
