import { figure, type Row, table } from "../lib/table.ts";
import type { Agreement } from "./agreement.ts";
import type { Damage } from "./attack-field.ts";
import { type HonestYear, marks } from "./honest-year.ts";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of all years, what a ranking reached at a mark, in the mean. */
export function meanOf(
  years: readonly HonestYear[],
  ranking: string,
  mark: number,
  what: keyof Agreement,
): number {
  return mean(years.map(({ agreements }) => agreements[ranking]![mark]![what]));
}

export function agreementTable(years: readonly HonestYear[]): string {
  const rankings = Object.keys(years[0]!.agreements);
  const rows = rankings.map((name): Row => {
    const cells = marks.map((_, mark) => {
      const all = (["tau", "rho", "first"] as const).map((what) => meanOf(years, name, mark, what));
      return `${all[0]!.toFixed(3)} / ${all[1]!.toFixed(3)} / ${all[2]!.toFixed(2)}`;
    });
    return [name, ...cells];
  });
  return table(["ranking: τ / ρ / share of the first 50", ...marks.map((day) => `day ${day}`)], rows);
}

export function attackTable(damages: readonly { name: string; damage: Damage }[]): string {
  const rows = damages.map(({ name, damage }): Row => [
    name,
    damage.votes,
    signed(damage.score),
    damage.maru.join(" → "),
    damage.wilson.join(" → "),
  ]);
  return table(["attack", "honest votes", "score", "place by Maru", "place by Wilson"], rows);
}

export function tierTable({ book }: HonestYear): string {
  const rows = book.pages.map(({ day, tiers, promoted, demoted, inSeries }): Row => {
    const all = tiers.reduce((sum, count) => sum + count, 0);
    const shares = tiers.map((count) => ((100 * count) / all).toFixed(1)).join(" / ");
    return [String(day), shares, `${promoted} / ${demoted}`, `${figure((100 * inSeries) / all)} %`];
  });
  return table(["day", "at tier 0 / 1 / 2 / 3, %", "promoted / demoted since", "in a series"], rows);
}

/** How well tiers tell skill and quality, and how steady they are. */
export function tierLines({ world, maru, book }: HonestYear): string[] {
  const skills = groupMeans(world.people, ({ id, skill }) => [maru.users.get(id)?.tier, skill]);
  const qualities = groupMeans(world.films, ({ id, quality }) => [
    maru.films.get(id)?.tier ?? undefined,
    quality,
  ]);
  const { promotions, demotions } = book;
  return [
    `True skill of members by tier: ${skills}.`,
    `Promotion series: ${promotions.won} won, ${promotions.lost} lost; demotion series: ${demotions.survived} survived, ${demotions.lost} lost; ${book.membersReversed} undone within thirty days.`,
    `True quality of films by tier: ${qualities}. ${book.filmsMoved} moved, ${book.filmsReversed} of them back.`,
    `Alarms of the watch in ${world.films.length} honest film-years, ${world.films.filter(({ releasedOn }) => releasedOn > 0).length} launches among them: ${book.alarms}.`,
  ];
}

function groupMeans<T>(
  all: readonly T[],
  read: (one: T) => [tier: number | undefined, value: number],
): string {
  const groups = new Map<number, number[]>();
  for (const one of all) {
    const [tier, value] = read(one);
    if (tier !== undefined) groups.set(tier, [...(groups.get(tier) ?? []), value]);
  }
  const tiers = [...groups.keys()].sort((one, other) => one - other);
  return tiers
    .map((tier) => `${mean(groups.get(tier)!).toFixed(2)} (${groups.get(tier)!.length})`)
    .join(" / ");
}

const signed = (value: number) => `${value < -0.005 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
