import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions, LightMyRequestResponse as Response } from "fastify";
import { afterAll, beforeAll, inject } from "vitest";
import { createMaru, type Maru } from "../src/app.ts";
import { type Config, readConfig } from "../src/config.ts";
import type { SpaceDefinition } from "../src/spaces/space.ts";
import { urlOf } from "./template-database.ts";
import { dropDatabase, onServer } from "./test-database.ts";

/** A person in a test, signed in. */
export interface Person {
  id: string;
  handle: string;
  token: string;
  password: string;
}

export interface Caller {
  get(path: string, more?: InjectOptions): Promise<Response>;
  put(path: string, body?: object, more?: InjectOptions): Promise<Response>;
  post(path: string, body?: object, more?: InjectOptions): Promise<Response>;
  patch(path: string, body?: object, more?: InjectOptions): Promise<Response>;
  delete(path: string, body?: object, more?: InjectOptions): Promise<Response>;
}

export interface TestServer {
  readonly maru: Maru;
  /** How many statements went to the database since the last call. */
  queries(): number;
  /** Calls the API as a person, or as nobody; paths are relative to /api/v1 unless they start with "//". */
  as(person: Person | null): Caller;
  given: {
    person(handle?: string): Promise<Person>;
    /** A post by its author; answers its JSON. */
    post(author: Person, text: string, more?: object): Promise<{ id: string } & Record<string, unknown>>;
    follow(follower: Person, followee: Person): Promise<void>;
  };
  /** Does something to the database, stops the program, and starts another one on it. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  /** Resolves when posts have come into all warm timelines. */
  arrived(): Promise<void>;
  /** Resolves when all consumers have handled everything that is committed. */
  settle(): Promise<void>;
}

/** The whole program on a database of its own, for one test file. `env` adds settings; `spaces` are there instead of the site's. */
export function testServer(
  env: Record<string, string> = {},
  spaces?: readonly SpaceDefinition[],
): TestServer {
  let maru: Maru;
  let dataDir: string;
  let database: string;
  let count = 0;
  let people = 0;
  let config: Config;

  async function start() {
    maru = await createMaru(config, urlOf(inject("adminUrl"), database), () => count++, spaces);
    await maru.startConsumers();
  }

  beforeAll(async () => {
    database = `maru_test_${randomBytes(6).toString("hex")}`;
    dataDir = await mkdtemp(join(tmpdir(), "maru-files-"));
    await onServer(`create database ${database} template maru_template`);
    config = readConfig({
      MARU_DATA_DIR: dataDir,
      MARU_DEMO: "off",
      MARU_RATE_LIMITS: "off",
      LOG_LEVEL: "error",
      NODE_ENV: "test",
      MARU_DATABASE_POOL: "8",
      ...env,
    });
    await start();
  });
  afterAll(async () => {
    await maru?.stop();
    await dropDatabase(database);
    await rm(dataDir, { recursive: true, force: true });
  });

  const call =
    (person: Person | null, method: NonNullable<InjectOptions["method"]>) =>
    (path: string, body?: object, more: InjectOptions = {}): Promise<Response> =>
      maru.app.inject({
        method,
        url: path.startsWith("//") ? path.slice(1) : `/api/v1${path}`,
        ...(body && { payload: body }),
        ...more,
        headers: { ...(person && { authorization: `Bearer ${person.token}` }), ...more.headers },
      });

  const as = (person: Person | null): Caller => ({
    get: (path, more) => call(person, "GET")(path, undefined, more),
    put: call(person, "PUT"),
    post: call(person, "POST"),
    patch: call(person, "PATCH"),
    delete: call(person, "DELETE"),
  });

  return {
    get maru() {
      return maru;
    },
    queries: () => {
      const since = count;
      count = 0;
      return since;
    },
    as,
    given: {
      async person(handle = `person_${++people}`) {
        const password = "correct horse battery";
        const response = await as(null).post("/accounts", {
          handle,
          displayName: handle,
          email: `${handle}@example.test`,
          password,
        });
        if (response.statusCode !== 201) throw new Error(response.body);
        const { account, token } = response.json<{ account: { id: string }; token: string }>();
        return { id: account.id, handle, token, password };
      },
      async post(author, text, more = {}) {
        const response = await as(author).post("/posts", { text, ...more });
        if (response.statusCode !== 201) throw new Error(response.body);
        return response.json();
      },
      async follow(follower, followee) {
        const response = await as(follower).put(`/accounts/${followee.handle}/follow`);
        if (response.statusCode !== 200) throw new Error(response.body);
      },
    },
    async restart(meanwhile) {
      await meanwhile();
      await maru.stop();
      await start();
    },
    arrived: () => maru.arrived(),
    settle: () => maru.settle(),
  };
}
