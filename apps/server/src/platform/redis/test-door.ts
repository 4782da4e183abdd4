import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between a test and a server: can be shut, and can stay open and let nothing through. */
export async function openDoor(target: URL, port = 0) {
  const sockets = new Set<Socket>();
  let isDeaf = false;
  const server = createServer((inward) => {
    const outward = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [inward, outward],
      [outward, inward],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => void (isDeaf || to.write(bytes)));
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const opened = server.address() as AddressInfo;
  const url = new URL(target);
  url.port = String(opened.port);
  return {
    url: url.href,
    port: opened.port,
    setDeaf: (now: boolean) => void (isDeaf = now),
    /** Repeat-safe. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
