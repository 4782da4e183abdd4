import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeAuthority } from "./certificate.ts";
import { freePort } from "./program.ts";

export interface Nginx {
  /** https, with a certificate of `authority`; or http, without TLS. */
  origin: string;
  port: number;
  /** http, which only leads on. */
  plainOrigin: string;
  authority: string;
  stop(): Promise<void>;
}

const shipped = join(import.meta.dirname, "../../../deploy/nginx");
/** Everything lies in the test's folder, and belongs to whoever runs the tests. */
const main = (folder: string, user: string) => `
daemon off;
${user}
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
worker_processes 1;
events { worker_connections 4096; }
http {
  access_log off;
  default_type application/octet-stream;
  client_body_temp_path ${folder}/bodies;
  proxy_temp_path ${folder}/answers;
  fastcgi_temp_path ${folder}/unused1;
  uwsgi_temp_path ${folder}/unused2;
  scgi_temp_path ${folder}/unused3;
  include conf.d/*.conf;
}
`;

/**
 * The configuration that is shipped, on free ports, with a certificate of its own, in front of processes of Maru on these ports. Without TLS
 * for those who measure what is behind it.
 */
export async function startNginx(
  program: string,
  upstreams: readonly number[],
  { tls = true } = {},
): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "maru-nginx-"));
  await chmod(folder, 0o755);
  const [http, https] = [await freePort(), await freePort()];
  const authority = makeAuthority("Maru tests");
  const { certificate, key } = authority.sign("127.0.0.1");
  await mkdir(join(folder, "conf.d"));
  await writeFile(join(folder, "fullchain.pem"), certificate);
  await writeFile(join(folder, "privkey.pem"), key);
  await writeFile(join(folder, "nginx.conf"), main(folder, process.getuid?.() === 0 ? "user root;" : ""));
  for (const name of ["maru.conf", "maru-proxy.inc"]) {
    const text = (await readFile(join(shipped, name), "utf8"))
      .replace(/ {2}# server 127\.0\.0\.1:3001.*\n/, "")
      .replace(/ {2}(server 127\.0\.0\.1):3000(.*)\n/, (_, server: string, rest: string) =>
        upstreams.map((port) => `  ${server}:${port}${rest}\n`).join(""),
      )
      .replace(/listen \[::\]:.*\n/g, "\n")
      .replace("listen 80;", `listen 127.0.0.1:${http};`)
      .replace("listen 443 ssl http2;", `listen 127.0.0.1:${https}${tls ? " ssl http2" : ""};`)
      .replace(tls ? "" : / {2}ssl_.*\n/g, "")
      .replace("server_name maru.example;", "server_name 127.0.0.1;")
      .replaceAll("/etc/letsencrypt/live/maru.example", folder)
      .replace("/var/cache/nginx/maru", join(folder, "cache"));
    await writeFile(join(folder, "conf.d", name), text);
  }
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
  await promisify(execFile)(program, [...args, "-t"]);
  const child = spawn(program, args, { stdio: "ignore" });
  await untilItListens(child, https, join(folder, "error.log"));
  return {
    origin: `${tls ? "https" : "http"}://127.0.0.1:${https}`,
    port: https,
    plainOrigin: `http://127.0.0.1:${http}`,
    authority: authority.certificate,
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilItListens(child: ChildProcess, port: number, log: string): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, "127.0.0.1");
    const isUp = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isUp) return;
  }
  throw new Error(`nginx ended:\n${await readFile(log, "utf8")}`);
}
