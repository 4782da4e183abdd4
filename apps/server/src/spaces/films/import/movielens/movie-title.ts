import { cleanText } from "../clean-text.ts";

export interface MovieTitle {
  title: string;
  others: string[];
  year: number | undefined;
}

const articles = "The|A|An|La|Le|Les|L'|Il|Lo|El|Los|Las|Das|Der|Die|Un|Une|Een|Det|Den|O|Os";
const turned = new RegExp(`^(.+), (${articles})$`);

/** "City of Lost Children, The (Cité des enfants perdus, La) (1995)": MovieLens puts articles last, other titles and the year into brackets. */
export function readMovieTitle(text: string): MovieTitle | undefined {
  let rest = cleanText(text, 1000) ?? "";
  const year = /\s*\((\d{4})(?:[-–]\d{0,4})?\)$/.exec(rest);
  if (year) rest = rest.slice(0, year.index);
  const others: string[] = [];
  for (let other = /^(.+?)\s*\(([^()]+)\)$/.exec(rest); other; other = /^(.+?)\s*\(([^()]+)\)$/.exec(rest)) {
    others.unshift(inOrder(other[2]!.replace(/^(a\.k\.a\.|aka)\s+/i, "")));
    rest = other[1]!;
  }
  const title = cleanText(inOrder(rest), 300);
  if (title === undefined) return undefined;
  const number = Number(year?.[1]);
  return {
    title,
    others: others.flatMap((one) => cleanText(one, 300) ?? []),
    year: number >= 1870 && number <= 2200 ? number : undefined,
  };
}

function inOrder(title: string): string {
  const [, name, article] = turned.exec(title.trim()) ?? [];
  if (name === undefined || article === undefined) return title.trim();
  return article.endsWith("'") ? `${article}${name}` : `${article} ${name}`;
}
