import { m } from "#lib/paraglide/messages.js";

const seasons = [m.season_winter, m.season_spring, m.season_summer, m.season_autumn];

/** "2023년 봄부터": the season says as much as a date and is kinder to memory. December is winter of its own year. */
export function sinceWhen(createdAt: string) {
  const date = new Date(createdAt);
  const season = seasons[Math.floor(((date.getMonth() + 1) % 12) / 3)] ?? m.season_winter;
  return m.profile_since({ year: date.getFullYear(), season: season() });
}
