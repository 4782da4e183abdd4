import type { FilmEvent, Fold } from "../../apps/server/src/spaces/films/engine/index.ts";
import { dayMs } from "./history.ts";
import { createRandom } from "./random.ts";

/** What an attacker works with: a film, the state as it is, and a way to make things happen. */
export interface Field {
  film: string;
  fold: Fold;
  /** All films, and what is thought of them, for votes that raise no suspicion. */
  films: readonly { id: string; quality: number }[];
  /** Takes in an event, some milliseconds after the last one. */
  act(event: Act, later?: number): void;
}

type Without<T> = T extends unknown ? Omit<T, "id" | "ts"> : never;
export type Act = Without<FilmEvent>;
type Side = 1 | -1;

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Accounts made a moment ago. */
export const fresh = (count: number, v: Side) => (field: Field) => {
  for (const user of names("fresh", count)) field.act({ type: "vote_set", user, film: field.film, v });
};

/** Accounts that voted as others do for twelve days, then strike within a day or over some. */
export const matured =
  (count: number, v: Side, days = 1) =>
  (field: Field) => {
    mature(field, names("sock", count));
    for (const user of names("sock", count))
      field.act({ type: "vote_set", user, film: field.film, v }, (days * dayMs) / count);
  };

/** Such accounts that know the watch: they dislike only as far as it does not ring, and like in between. */
export const maturedKnowing = (count: number) => (field: Field) => {
  mature(field, names("sock", count));
  const { alarm } = field.fold.totals.constants.watch;
  for (const user of names("sock", count)) {
    const { low } = field.fold.films.get(field.film)!;
    field.act({ type: "vote_set", user, film: field.film, v: low + 900_000 < alarm ? -1 : 1 });
  }
};

/** Members that are really there: of the tiers asked for, grown up, and without a vote on the film. */
export const members = (count: number, tiers: number[], v: Side) => (field: Field) => {
  const { fold, film } = field;
  const voters = new Set(
    [...fold.votes.values()].filter((vote) => vote.film === film).map(({ user }) => user),
  );
  const able = [...fold.users.values()].filter(
    ({ id, tier, stage }) => stage === 2 && tiers.includes(tier) && !voters.has(id),
  );
  for (const { id } of able.slice(0, count)) field.act({ type: "vote_set", user: id, film, v });
};

/** Grown-up people who have seen the film, nine of ten with pleasure. */
export const honestCrowd =
  (count: number) =>
  ({ act, film }: Field) => {
    for (const [index, user] of names("crowd", count).entries()) {
      act({ type: "seed_tier", user, tier: 1 });
      act({ type: "vote_set", user, film, v: index % 10 === 0 ? -1 : 1 });
    }
  };

/** Twelve days of one vote a day for each, as anybody would have cast it. */
export function mature(
  { act, films, film }: Pick<Field, "act" | "films" | "film">,
  users: readonly string[],
): void {
  const random = createRandom(7);
  const others = films.filter(({ id }) => id !== film);
  for (let day = 0; day < 12; day++)
    for (const user of users) {
      const one = others[random.below(others.length)]!;
      const v = random.next() < 1 / (1 + Math.exp(-1 - 1.4 * one.quality)) ? 1 : -1;
      act({ type: "vote_set", user, film: one.id, v }, dayMs / users.length);
    }
}
