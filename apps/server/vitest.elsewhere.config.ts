import { mergeConfig } from "vitest/config";
import { requireOrSkip } from "./test/services.ts";
import everywhere from "./vitest.config.ts";

/** The same tests against a PostgreSQL that is not the embedded one, as with DATABASE_URL. */
const elsewhere = requireOrSkip("postgresql");

export default mergeConfig(everywhere, {
  test: elsewhere ? {} : { exclude: ["**"], passWithNoTests: true },
});
