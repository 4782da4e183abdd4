const backupName = /^maru-\d{8}T\d{6}Z\.tar(\.age)?$/;

/** The backups among the names of a folder's files, newest first. What is called otherwise is not ours to touch. */
export const listBackups = (names: readonly string[]): string[] =>
  names
    .filter((name) => backupName.test(name))
    .sort()
    .reverse();

/** When a backup was made, as its name says. */
export function madeAt(name: string): Date {
  const [, year, month, day, hour, minute, second] =
    /^maru-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Those that are not kept any more: all but the newest `keep`, and never the newest. */
export const expiredBackups = (names: readonly string[], keep: number): string[] =>
  listBackups(names).slice(Math.max(1, keep));

const dayMs = 86_400_000;

/** Whether a nightly backup is due: the hour (UTC) has come since the newest was made. */
export function isDue(names: readonly string[], hour: number, now: Date): boolean {
  const today = Math.floor(now.getTime() / dayMs) * dayMs + hour * 3_600_000;
  const last = today <= now.getTime() ? today : today - dayMs;
  const [newest] = listBackups(names);
  return newest === undefined || madeAt(newest).getTime() < last;
}
