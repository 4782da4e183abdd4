import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "./account.ts";

/** Where the server listens: a Unix socket in a private folder, or a port on the loopback interface. */
export interface Endpoint {
  host: string;
  port: number;
  /** The folder of the socket as the server names it, when there is one. */
  socketFolder?: { server: string; own: string };
  remove(): Promise<void>;
}

// With sockets the port is no more than a part of the name.
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;

// A socket's whole path fits in 104 bytes on macOS and 108 on Linux.
const longestPath = 100;
const fits = (folder: string) => Buffer.byteLength(join(folder, socketName)) <= longestPath;

/** The endpoints to try, best first. `serverName` is how the server itself names its data folder. */
export function* endpoints(pgData: string, serverName: string, account: Account | undefined) {
  if (process.platform !== "win32") {
    if (fits(pgData)) yield async () => socketIn(pgData, serverName);
    yield () => shortSocket(account);
  }
  yield loopback;
}

async function socketIn(own: string, server: string): Promise<Endpoint> {
  return { host: own, port: socketPort, socketFolder: { server, own }, remove: async () => undefined };
}

/** The server would take a socket's lock file whose process number is in use again for a live server. */
export async function removeStaleSocketLock({ socketFolder }: Endpoint) {
  if (socketFolder) await rm(join(socketFolder.own, `${socketName}.lock`), { force: true });
}

async function shortSocket(account: Account | undefined): Promise<Endpoint> {
  const folder = await mkdtemp(join(fits(join(tmpdir(), "maru-123456")) ? tmpdir() : "/tmp", "maru-"));
  if (account) await chown(folder, account.uid, account.gid);
  const remove = () => rm(folder, { recursive: true, force: true });
  return { host: folder, port: socketPort, socketFolder: { server: folder, own: folder }, remove };
}

async function loopback(): Promise<Endpoint> {
  const probe = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      resolve(typeof address === "object" && address ? address.port : socketPort);
    });
  });
  await new Promise((resolve) => probe.close(resolve));
  return { host: "127.0.0.1", port, remove: async () => undefined };
}
