import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { pino } from "pino";
import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { type Certificate, makeAuthority } from "../../../test/certificate.ts";
import { freePort, startProgram, untilReady } from "../../../test/program.ts";
import { requireOrSkip } from "../../../test/services.ts";
import { urlOf } from "../../../test/template-database.ts";
import { dropDatabase, onServer } from "../../../test/test-database.ts";
import { startTlsRedis, tlsPassword } from "../../../test/tls-redis.ts";
import { createRedis } from "./redis.ts";

const program = requireOrSkip("redis-server");
const ours = makeAuthority("Ours");
const strangers = makeAuthority("Strangers");
const ending: (() => unknown)[] = [];
afterEach(async () => {
  while (ending.length > 0) await ending.pop()!();
});

async function start(port: number, certificate: Certificate, more?: string[]) {
  const redis = await startTlsRedis(program!, port, certificate, ours, more);
  ending.push(redis.stop);
  return redis;
}

const addressOf = (port: number) => `rediss://:${tlsPassword}@127.0.0.1:${port}`;

function connect(address: string) {
  const lines: string[] = [];
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const redis = createRedis(address, `test-${crypto.randomUUID()}`, logger);
  ending.push(() => redis.close());
  return { redis, lines };
}

/** As NODE_EXTRA_CA_CERTS does for a whole program. */
function trust(authority: Certificate): void {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, authority.certificate]);
  ending.push(() => setDefaultCACertificates(before));
}

describe.skipIf(!program)("Redis over TLS", () => {
  test("is used when its certificate is trusted, and a wrong password is told apart", async () => {
    trust(ours);
    const port = await freePort();
    await start(port, ours.sign("127.0.0.1"));
    const { redis } = connect(addressOf(port));
    await vi.waitFor(() => expect(redis.fault()).toBeUndefined(), { timeout: 5000 });
    expect(await redis.ask((client) => client.ping())).toBe("PONG");
    const { redis: other } = connect(addressOf(port).replace(tlsPassword, "wrong"));
    await vi.waitFor(() => expect(other.fault()).toMatch(/refuses the name or password/));
  });

  test.each<[string, Certificate, string[] | undefined, RegExp]>([
    [
      "of somebody unknown",
      strangers.sign("127.0.0.1"),
      undefined,
      /certificate of nobody.*NODE_EXTRA_CA_CERTS/,
    ],
    [
      "for another address",
      ours.sign("127.0.0.2"),
      undefined,
      /certificate that cannot be accepted.*ALTNAME/,
    ],
    ["and wants one of Maru", ours.sign("127.0.0.1"), [], /wants a certificate from Maru/],
  ])("that shows a certificate %s is named for that, once", async (_name, certificate, more, words) => {
    trust(ours);
    const port = await freePort();
    await start(port, certificate, more);
    const { redis, lines } = connect(addressOf(port));
    await vi.waitFor(() => expect(redis.fault()).toMatch(words), { timeout: 5000 });
    await expect(redis.ask((client) => client.ping())).rejects.toThrow(words);
    expect(lines.join("")).toMatch(words);
    expect(lines.join("")).not.toMatch(new RegExp(`cannot be reached|${tlsPassword}`));
    expect(lines).toHaveLength(1);
  });

  test("the program serves without it, says why, and takes it into use when its certificate is right", async () => {
    const port = await freePort();
    const stranger = await start(port, strangers.sign("127.0.0.1"));
    const folder = await mkdtemp(join(tmpdir(), "maru-tls-"));
    ending.push(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, "authority.pem"), ours.certificate);
    const database = `maru_test_${randomBytes(6).toString("hex")}`;
    await onServer(`create database ${database} template maru_template`);
    ending.push(() => dropDatabase(database));
    const maru = await startProgram({
      DATABASE_URL: urlOf(inject("adminUrl"), database),
      MARU_DATA_DIR: join(folder, "data"),
      MARU_REDIS_URL: addressOf(port),
      NODE_EXTRA_CA_CERTS: join(folder, "authority.pem"),
    });
    ending.push(async () => {
      maru.process.kill("SIGTERM");
      await maru.ended;
    });
    await untilReady(maru);

    const ready = async () => (await fetch(`${maru.origin}/readyz`)).json();
    await expect
      .poll(ready, { timeout: 10_000 })
      .toEqual({ status: "ok", without: { redis: expect.stringContaining("has a certificate of nobody") } });
    expect(maru.output()).toContain("has a certificate of nobody who is trusted here");
    expect(maru.output()).not.toContain("cannot be reached");
    expect((await fetch(`${maru.origin}/api/v1/instance`)).status).toBe(200);

    await stranger.stop();
    await start(port, ours.sign("127.0.0.1"));
    await expect.poll(ready, { timeout: 15_000 }).toEqual({ status: "ok" });
    expect(await (await fetch(`${maru.origin}/metrics`)).text()).toContain("maru_redis_up 1");
  }, 60_000);
});
