import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: "./test/template-database.ts",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // Each worker is a whole program with a database connection pool; more than the cores only makes them slower.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // On a busy machine what is waited for may take a while; what is right comes in the end.
    expect: { poll: { timeout: 10_000 } },
  },
});
