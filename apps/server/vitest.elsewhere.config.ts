import { defineConfig } from "vitest/config";
import { requireOrSkip } from "./test/services.ts";
import base, { programs } from "./vitest.config.ts";

/** What is the same on every PostgreSQL: it asks nothing of it that others here do not ask, and takes minutes. */
const alike = [
  ...programs,
  "src/presets.test.ts",
  "src/demo/**",
  "src/platform/{media,realtime,redis,http}/**",
  "src/platform/backup/refused.test.ts",
  "src/modules/chat/{at-once,live,two-processes}.test.ts",
  "src/modules/notifications/push*.test.ts",
  "src/modules/people/sign-in-limits.test.ts",
  "src/modules/posts/counts-elsewhere.test.ts",
  "src/modules/search/bad-input.test.ts",
  "src/spaces/cats/corrections.test.ts",
  "src/spaces/cats/recognition/**",
  "src/spaces/films/{engine,import}/**",
  "src/spaces/**/{demo,move-in}.test.ts",
];

/** The tests of units and the API against a PostgreSQL that is not the embedded one, as with DATABASE_URL. */
const elsewhere = requireOrSkip("postgresql");

export default defineConfig({
  test: {
    ...base.test,
    exclude: elsewhere ? alike : ["**"],
    passWithNoTests: !elsewhere,
  },
});
