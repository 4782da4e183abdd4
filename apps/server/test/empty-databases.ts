import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { urlOf } from "./template-database.ts";
import { dropDatabase, onServer } from "./test-database.ts";

/** Databases with nothing in them, for one test file. */
export function emptyDatabases() {
  const names: string[] = [];
  afterAll(async () => {
    for (const name of names) await dropDatabase(name);
  });
  return {
    /** The address of a new one. */
    async create(): Promise<string> {
      const name = `maru_test_${randomBytes(6).toString("hex")}`;
      await onServer(`create database ${name} template template0 encoding 'UTF8'`);
      names.push(name);
      return urlOf(inject("adminUrl"), name);
    },
  };
}
