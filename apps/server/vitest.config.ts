import { defineConfig } from "vitest/config";

/** Tests that start programs, brokers or database servers of their own: slower than all others together. */
export const programs = [
  "src/cli/**/*.test.ts",
  "src/platform/broker/**/*.test.ts",
  "src/platform/database/embedded/**/*.test.ts",
  "src/modules/feed/shared-timelines.test.ts",
  "src/modules/search/opensearch/**/*.test.ts",
  "test/deploy/**/*.test.ts",
  "test/{chaos*,chat-survives,program,proxy,recognition-process,rolling-restart,split}.test.ts",
];

/** Units and the API, on the embedded PostgreSQL. */
export default defineConfig({
  test: {
    globalSetup: "./test/template-database.ts",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: programs,
    // Each worker is a whole program with a database connection pool; more than the cores only makes them slower.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // On a busy machine what is waited for may take a while; what is right comes in the end.
    expect: { poll: { timeout: 10_000 } },
  },
});
