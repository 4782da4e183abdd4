import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Nginx, startNginx } from "./nginx.ts";
import { freePort, type Program, startProgram, untilReady } from "./program.ts";
import { requireOrSkip } from "./services.ts";
import { urlOf } from "./template-database.ts";
import { dropDatabase, onServer } from "./test-database.ts";

const nginxProgram = requireOrSkip("nginx");
const assets = join(import.meta.dirname, "../../web/build/client/_app/immutable/chunks");

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

describe.skipIf(!nginxProgram)("behind nginx, with the configuration that is shipped", () => {
  let nginx: Nginx;
  let maru: Program;
  let dataDir: string;
  const database = `maru_test_${randomBytes(6).toString("hex")}`;

  beforeAll(async () => {
    await onServer(`create database ${database} template maru_template`);
    dataDir = await mkdtemp(join(tmpdir(), "maru-proxy-"));
    const port = await freePort();
    nginx = await startNginx(nginxProgram!, [port]);
    maru = await startProgram({
      DATABASE_URL: urlOf(inject("adminUrl"), database),
      MARU_DATA_DIR: dataDir,
      MARU_DATABASE_POOL: "4",
      MARU_ORIGIN: nginx.origin,
      MARU_TRUST_PROXY: "on",
      MARU_RATE_LIMITS: "on",
      PORT: String(port),
    });
    await untilReady(maru);
  });
  afterAll(async () => {
    await nginx?.stop();
    maru?.process.kill("SIGTERM");
    await maru?.ended;
    await dropDatabase(database);
    await rm(dataDir, { recursive: true, force: true });
  });

  const ask = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(nginx.origin + path, { method, headers, ca: nginx.authority }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
      });
      asked.on("error", reject);
      asked.end(body);
    });
  const json = { "content-type": "application/json" };
  const signUp = async (handle: string) => {
    const body = {
      handle,
      displayName: handle,
      email: `${handle}@example.test`,
      password: "correct horse battery",
    };
    const answer = await ask("POST", "/api/v1/accounts", json, JSON.stringify(body));
    expect(answer.status).toBe(201);
    return (JSON.parse(answer.text) as { token: string }).token;
  };

  test("pages and the API come over TLS and HTTP/2, plain HTTP leads on, and figures are not for the world", async () => {
    const session = connectHttp2(nginx.origin, { ca: nginx.authority });
    const stream = session.request({ ":path": "/api/v1/instance" });
    const headers = await new Promise<Record<string, unknown>>((resolve) => stream.on("response", resolve));
    session.destroy();
    expect(headers[":status"]).toBe(200);
    expect(headers["strict-transport-security"]).toContain("max-age=");

    const page = await ask("GET", "/login");
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining("<form") });
    const plain = await fetch(`${nginx.plainOrigin}/login?from=x`, { redirect: "manual" });
    expect(plain.status).toBe(301);
    expect(plain.headers.get("location")).toBe("https://127.0.0.1/login?from=x");
    expect((await ask("GET", "/metrics")).status).toBe(404);
    const search = await ask("GET", `/api/v1/search/posts?q=${encodeURIComponent("가".repeat(5000))}`);
    expect(search.status).not.toBe(414);
  });

  test("an open page hears what happens, over a WebSocket and with its cookie", async () => {
    const token = await signUp("opener");
    const socket = io(nginx.origin, {
      path: "/socket",
      transports: ["websocket"],
      reconnection: false,
      ca: nginx.authority,
      extraHeaders: { cookie: `maru_session=${token}`, origin: nginx.origin },
    } as Parameters<typeof io>[1]);
    try {
      const heard = await new Promise((resolve, reject) => {
        socket.on("connect_error", reject);
        socket.on("notification", resolve);
      });
      expect(heard).toMatchObject({ newest: null });
    } finally {
      socket.close();
    }
  });

  test("a body is as large as Maru takes it, and a larger one is refused in Maru's words", async () => {
    const bearer = { authorization: `Bearer ${await signUp("sender")}` };
    const type = { "content-type": "application/octet-stream" };
    const tooLarge = await ask("POST", "/api/v1/posts", { ...bearer, ...json }, Buffer.alloc(1_100_000));
    expect(tooLarge.status).toBe(413);
    // Before it came to Maru, which would have given it a number.
    expect(tooLarge.headers["x-request-id"]).toBeUndefined();
    expect(tooLarge.headers["content-type"]).toContain("application/problem+json");
    expect(JSON.parse(tooLarge.text)).toMatchObject({ status: 413, type: "/problems/too-large" });
    // Maru itself refuses this one, for what it is: 20 MB have come through.
    const photo = await ask("POST", "/api/v1/media", { ...bearer, ...type }, Buffer.alloc(20 * 1024 * 1024));
    expect(photo.status).toBe(415);
    const film = await ask("POST", "/api/v1/media", { ...bearer, ...type }, Buffer.alloc(22 * 1024 * 1024));
    expect(film.status).toBe(413);
    expect(film.headers["x-request-id"]).toBeUndefined();
  });

  test("what never changes is asked of Maru once", async () => {
    const name = readdirSync(assets).find((file) => file.endsWith(".js"))!;
    const path = `/_app/immutable/chunks/${name}`;
    const first = await ask("GET", path, { "accept-encoding": "br" });
    expect(first).toMatchObject({ status: 200, headers: { "x-cache": "MISS", "content-encoding": "br" } });
    const second = await ask("GET", path, { "accept-encoding": "br", cookie: "maru_session=x" });
    expect(second).toMatchObject({ status: 200, headers: { "x-cache": "HIT", "content-encoding": "br" } });
    expect(second.headers["cache-control"]).toContain("immutable");
    expect(second.headers["strict-transport-security"]).toContain("max-age=");
    // Who cannot unpack it gets it as it is.
    const plain = await ask("GET", path);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect((await ask("GET", "/api/v1/instance")).headers["x-cache"]).toBeUndefined();
  });

  test("nobody is somebody else by writing another address into a header", async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const forged = {
        ...json,
        "x-forwarded-for": `203.0.113.${turn}`,
        "maru-client-address": "203.0.113.9",
      };
      const body = JSON.stringify({ login: "nobody" });
      statuses.push((await ask("POST", "/api/v1/password-resets", forged, body)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, 5)).not.toContain(429);
  });
});
