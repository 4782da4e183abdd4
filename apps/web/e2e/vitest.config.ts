import { defineConfig } from "vitest/config";
import { requireOrSkip } from "../../server/test/services.ts";

const chromium = requireOrSkip("chromium");

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.test.ts"],
    ...(chromium ? { globalSetup: "./start-server.ts" } : { exclude: ["**"], passWithNoTests: true }),
    // One browser at a time: what is measured here are journeys, not speed.
    fileParallelism: false,
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
});
