import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { afterEach } from "vitest";

export interface LocalSite {
  port: number;
  url: string;
  asked: { url: string; headers: IncomingHttpHeaders }[];
  /** How many connections are open. */
  open(): Promise<number>;
}

/** Sites of this machine that answer as a test wants; each ends with its test, as does whatever else is told to. */
export function localSites() {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  async function listen(server: Server): Promise<LocalSite> {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    ends.push(() => (server.closeAllConnections(), server.close()));
    const { port } = server.address() as AddressInfo;
    const asked: LocalSite["asked"] = [];
    server.prependListener("request", ({ url, headers }) => asked.push({ url: url!, headers }));
    const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    return { port, url: `http://127.0.0.1:${port}/`, asked, open };
  }

  return {
    endWithTest: (end: () => void) => void ends.push(end),
    listen,
    site: (answer: (response: ServerResponse, url: string) => void) =>
      listen(createServer((request, response) => answer(response, request.url!))),
    /** Speaks no HTTP that anybody would expect. */
    async oddSite(answer: (socket: Socket) => void): Promise<string> {
      const server = createSocketServer((socket) => {
        ends.push(() => socket.destroy());
        socket.on("error", () => {});
        socket.once("data", () => answer(socket));
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      ends.push(() => server.close());
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    },
  };
}
