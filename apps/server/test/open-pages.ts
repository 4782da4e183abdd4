import type { AddressInfo } from "node:net";
import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { afterEach, beforeAll } from "vitest";
import type { TestServer } from "./test-server.ts";

/** Lets a test server listen, so that pages can be open on it; they are closed after each test. */
export function openPages(server: TestServer) {
  const sockets: Socket[] = [];
  let origin: string;
  beforeAll(async () => {
    await server.maru.app.listen({ port: 0, host: "127.0.0.1" });
    origin = `http://127.0.0.1:${(server.maru.app.server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  return {
    get origin() {
      return origin;
    },
    open(options: Partial<ManagerOptions & SocketOptions>): Socket {
      const socket = io(origin, {
        path: "/socket",
        transports: ["websocket"],
        reconnection: false,
        ...options,
      });
      sockets.push(socket);
      return socket;
    },
  };
}
