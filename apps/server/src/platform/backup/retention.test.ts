import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName } from "./backup-file.ts";
import { expiredBackups, isDue, listBackups, madeAt } from "./retention.ts";

const moment = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2090-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const own = fc.tuple(moment, fc.boolean()).map(([at, isEncrypted]) => backupName(at, isEncrypted));
const foreign = fc.oneof(
  fc.string(),
  own.map((name) => `${name}.0a1b2c3d.unfinished`),
  own.map((name) => `old-${name}`),
);
const folder = fc.uniqueArray(fc.oneof(own, foreign));

test("the newest are kept, and what is not ours is never touched", () => {
  fc.assert(
    fc.property(folder, fc.integer({ min: 1, max: 20 }), (names, keep) => {
      const gone = expiredBackups(names, keep);
      const left = names.filter((name) => !gone.includes(name));
      const backups = listBackups(names);
      expect(listBackups(left).length).toBeGreaterThanOrEqual(Math.min(keep, backups.length));
      for (const name of gone) {
        expect(backups).toContain(name);
        for (const kept of listBackups(left))
          expect(madeAt(kept).getTime()).toBeGreaterThanOrEqual(madeAt(name).getTime());
      }
    }),
  );
});

test("a name says when its backup was made", () => {
  fc.assert(
    fc.property(moment, fc.boolean(), (at, isEncrypted) => {
      const seconds = Math.floor(at.getTime() / 1000) * 1000;
      expect(madeAt(backupName(at, isEncrypted)).getTime()).toBe(seconds);
    }),
  );
});

test("a backup is due once a day, from its hour on, and until it is there", () => {
  const at = (time: string) => new Date(`2026-11-${time}Z`);
  expect(isDue([], 18, at("30T00:00:00"))).toBe(true);
  const evening = [backupName(at("29T18:03:00"), false)];
  expect(isDue(evening, 18, at("29T23:59:00"))).toBe(false);
  expect(isDue(evening, 18, at("30T17:59:00"))).toBe(false);
  expect(isDue(evening, 18, at("30T18:00:00"))).toBe(true);
  expect(isDue([backupName(at("28T18:03:00"), true)], 18, at("30T09:00:00"))).toBe(true);
});
