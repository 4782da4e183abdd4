import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { Id } from "../database/tables.ts";
import type { EventLog } from "../events/event-log.ts";
import { sessionCookie } from "../identity/authenticate.ts";
import { sessionEnded, type Sessions } from "../identity/sessions.ts";

export interface Member {
  accountId: Id;
  socket: Socket;
}

/** Sockets of people who have the site open. Everything sent is a hint: what matters can always be read over HTTP. */
export interface Sockets {
  attach(server: HttpServer): void;
  isOnline(accountId: Id): boolean;
  send(accountId: Id, event: string, payload: object): void;
  /** To everyone in a room; see `onMember`. */
  sendToRoom(room: string, event: string, payload: object): void;
  hasRoom(room: string): boolean;
  /** Called for each new connection, to listen to what it sends. */
  onMember(listener: (member: Member) => void): void;
  close(): void;
}

/** A message that is larger is not one of ours. */
const messageBytes = 64 * 1024;
const reasons = { missing: "sign-in-needed", invalid: "invalid-token", origin: "cross-site" };

export function createSockets(sessions: Sessions, log: EventLog, origin: string | undefined): Sockets {
  const listeners: ((member: Member) => void)[] = [];
  let io: Server | undefined;

  log.listen((event) => {
    if (sessionEnded.is(event)) io?.in(`session:${event.payload.sessionId}`).disconnectSockets(true);
  });

  async function authenticate(socket: Socket): Promise<void> {
    const given: unknown = socket.handshake.auth["token"];
    const cookie = cookieOf(socket.handshake.headers.cookie);
    if (typeof given !== "string" && cookie !== undefined && !isSameOrigin(socket, origin))
      throw new Error(reasons.origin);
    const token = typeof given === "string" ? given : cookie;
    if (token === undefined || token === "") throw new Error(reasons.missing);
    const session = await sessions.find(token.slice(0, 200));
    if (!session) throw new Error(reasons.invalid);
    socket.data = session;
    await socket.join([`account:${session.accountId}`, `session:${session.sessionId}`]);
  }

  return {
    attach(server) {
      io = new Server(server, {
        path: "/socket",
        serveClient: false,
        maxHttpBufferSize: messageBytes,
        connectTimeout: 10_000,
      });
      io.use(async (socket, next) => {
        try {
          await authenticate(socket);
          next();
        } catch (error) {
          next(error as Error);
        }
      });
      io.on("connection", (socket) => {
        for (const listener of listeners)
          listener({ accountId: (socket.data as { accountId: Id }).accountId, socket });
      });
    },
    isOnline: (accountId) =>
      io !== undefined && io.engine.clientsCount > 0 && io.sockets.adapter.rooms.has(`account:${accountId}`),
    send: (accountId, event, payload) => void io?.to(`account:${accountId}`).emit(event, payload),
    sendToRoom: (room, event, payload) => void io?.to(room).volatile.emit(event, payload),
    hasRoom: (room) => io?.sockets.adapter.rooms.has(room) ?? false,
    onMember: (listener) => void listeners.push(listener),
    close() {
      io?.disconnectSockets(true);
      // Not `io.close()`: that waits for the HTTP server's last connection, which is the server's own business.
      io?.engine.close();
    },
  };
}

function cookieOf(header: string | undefined): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${sessionCookie}=`));
  return pair && decodeURIComponent(pair.slice(sessionCookie.length + 1));
}

/** A page of another site may open a socket and the browser sends our cookie with it: only the Origin header tells. */
function isSameOrigin(socket: Socket, origin: string | undefined): boolean {
  const from = socket.handshake.headers.origin;
  if (from === undefined) return true;
  if (!URL.canParse(from)) return false;
  return (
    (origin !== undefined && new URL(origin).origin === from) ||
    new URL(from).host === socket.handshake.headers.host
  );
}
