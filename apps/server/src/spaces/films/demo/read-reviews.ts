import { knownReviews } from "./reviews-known.ts";
import { moreReviews } from "./reviews-more.ts";
import { oddReviews } from "./reviews-odd.ts";

export interface DemoComment {
  by: string;
  text: string;
  answers: DemoComment[];
}

export interface DemoReview {
  film: string;
  by: string;
  /** Story, acting, directing, visuals, music: 1 to 10. */
  aspects: (number | null)[];
  isSpoiler: boolean;
  text: string;
  comments: DemoComment[];
}

/**
 * Reads reviews as they are easiest to write:
 *
 *     # film
 *     = handle 9 8 10 9 - spoiler
 *     What they say.
 *     > handle: a comment
 *     >> handle: an answer to it
 */
export function readReviews(source: string): DemoReview[] {
  const reviews: DemoReview[] = [];
  let film = "";
  for (const line of source.split("\n").filter(Boolean)) {
    if (line.startsWith("# ")) film = line.slice(2);
    else if (line.startsWith("= ")) reviews.push(startReview(film, line.slice(2).split(" ")));
    else if (line.startsWith(">")) comment(reviews.at(-1)!, line);
    else reviews.at(-1)!.text += line;
  }
  return reviews;
}

function startReview(film: string, [by = "", ...words]: string[]): DemoReview {
  return {
    film,
    by,
    aspects: words.slice(0, 5).map((word) => (word === "-" ? null : Number(word))),
    isSpoiler: words.includes("spoiler"),
    text: "",
    comments: [],
  };
}

function comment({ comments }: DemoReview, line: string): void {
  const [, marks = "", by = "", text = ""] = /^(>+) (\w+): (.+)$/.exec(line) ?? [];
  const list = marks.length > 1 ? comments.at(-1)!.answers : comments;
  list.push({ by, text, answers: [] });
}

/** Everything that is written about the demo's films. */
export const readDemoReviews = (): DemoReview[] =>
  [knownReviews, moreReviews, oddReviews].flatMap(readReviews);
