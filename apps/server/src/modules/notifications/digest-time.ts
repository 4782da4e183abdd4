const dayMs = 86_400_000;

/** The next moment after `now` at which it is this hour (UTC). */
export function nextDigest(now: Date, hour: number): Date {
  const today = Math.floor(now.getTime() / dayMs) * dayMs + hour * 3_600_000;
  return new Date(today > now.getTime() ? today : today + dayMs);
}
