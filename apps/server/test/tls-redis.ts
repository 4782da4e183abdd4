import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Certificate } from "./certificate.ts";

export const tlsPassword = "geheim";

/** A Redis of its own that speaks TLS and nothing else, with this certificate. */
export async function startTlsRedis(
  program: string,
  port: number,
  { certificate, key }: Certificate,
  authority: Certificate,
  more: string[] = ["--tls-auth-clients", "no"],
) {
  const folder = await mkdtemp(join(tmpdir(), "maru-redis-"));
  const files = { cert: certificate, key, "ca-cert": authority.certificate };
  const settings: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, `${name}.pem`);
    await writeFile(file, text, { mode: 0o600 });
    settings.push(`--tls-${name}-file`, file);
  }
  const place = ["--port", "0", "--tls-port", String(port), "--bind", "127.0.0.1", "--dir", folder];
  const rest = ["--save", "", "--requirepass", tlsPassword, ...more];
  const child = spawn(program, [...place, ...settings, ...rest], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += text));
  let hasEnded = false;
  const ended = once(child, "exit").then(() => (hasEnded = true));
  while (!(await listens(port)))
    if (hasEnded) throw new Error(`${program} did not start:\n${printed}`);
    else await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    /** Repeat-safe. */
    async stop() {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
