import { defineConfig } from "vitest/config";
import { requireOrSkip } from "./test/services.ts";
import base from "./vitest.config.ts";

/** The same tests against a PostgreSQL that is not the embedded one, as with DATABASE_URL. */
const elsewhere = requireOrSkip("postgresql");

export default defineConfig({
  test: {
    ...base.test,
    exclude: elsewhere ? ["src/platform/database/embedded/**"] : ["**"],
    passWithNoTests: !elsewhere,
  },
});
