import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { Id } from "../database/tables.ts";
import type { EventLog } from "../events/event-log.ts";
import { sessionCookie } from "../identity/authenticate.ts";
import { type KnownSession, sessionEnded, type Sessions } from "../identity/sessions.ts";
import type { Redis } from "../redis/redis.ts";
import { createPresence, type People } from "./presence.ts";
import { createRedisAdapter } from "./redis-adapter.ts";
import { createSharedPresence } from "./shared-presence.ts";
import { type SocketLimits, tooMany } from "./socket-limits.ts";

export interface Member {
  accountId: Id;
  socket: Socket;
}

/**
 * Sockets of people who have the site open, in any process of the site (with Redis; without it, in this one). Everything sent is
 * a hint: what matters can always be read over HTTP.
 */
export interface Sockets {
  attach(server: HttpServer): void;
  /**
   * Those who have the site open and whom this process is to tell: for what every process hears of by itself. A person is in
   * that of one process at a time.
   */
  online: People;
  /** Whether they have the site open anywhere: for what one process alone hears of, such as a consumer's work. */
  isOnlineAnywhere(accountId: Id): boolean;
  /** To all of their sockets; with Redis also to those that have dropped and resume within two minutes. */
  send(accountId: Id, event: string, payload: object): void;
  /** As `send` to several people: what is sent is written once. */
  sendToAll(accountIds: readonly Id[], event: string, payload: object): void;
  /** To everyone who is in a room now; see `onMember`. For one process to call. */
  sendToRoom(room: string, event: string, payload: object): void;
  /** To those of this process. */
  sendToRoomHere(room: string, event: string, payload: object): void;
  /** False when surely nobody is in it. */
  hasRoom(room: string): boolean;
  hasRoomHere(room: string): boolean;
  /** Called for each new connection, to listen to what it sends. */
  onMember(listener: (member: Member) => void): void;
  /** How many connections are open to this process. */
  count(): number;
  close(): void;
}

/** A message that is larger is not one of ours. */
const messageBytes = 64 * 1024;
/** A page that has not taken so many messages hears no more of rooms until it has: they would fill the memory. */
const mostUntaken = 200;
/** How long a dropped socket may take to resume without having missed anything. */
const resumeMs = 2 * 60_000;
const reasons = { missing: "sign-in-needed", invalid: "invalid-token", origin: "cross-site" };
const isRefusal = (error: unknown) =>
  [...Object.values(reasons), tooMany].includes((error as Error | undefined)?.message ?? "");

export interface SocketsDeps {
  sessions: Sessions;
  log: EventLog;
  origin: string | undefined;
  redis: Redis | undefined;
  /** Without them nothing is limited. */
  limits: SocketLimits | undefined;
}

export function createSockets({ sessions, log, origin, redis, limits }: SocketsDeps): Sockets {
  const listeners: ((member: Member) => void)[] = [];
  const presence = redis ? createSharedPresence(redis, resumeMs) : createPresence();
  const io = new Server({
    path: "/socket",
    serveClient: false,
    maxHttpBufferSize: messageBytes,
    connectTimeout: 10_000,
    ...(limits && {
      allowRequest: (request, answer) =>
        void limits.mayKnock(request).then((may) => answer(may ? undefined : tooMany, may)),
    }),
    ...(redis && {
      adapter: createRedisAdapter(redis, mayResume) as never,
      // Who resumes shows the token again: it may have ended since.
      connectionStateRecovery: { maxDisconnectionDuration: resumeMs, skipMiddlewares: false },
    }),
  });

  log.listen((event) => {
    if (sessionEnded.is(event)) io.local.in(`session:${event.payload.sessionId}`).disconnectSockets(true);
  });

  async function authenticate(socket: Socket): Promise<void> {
    const given: unknown = socket.handshake.auth["token"];
    const cookie = cookieOf(socket.handshake.headers.cookie);
    if (typeof given !== "string" && cookie !== undefined && !isSameOrigin(socket, origin))
      throw new Error(reasons.origin);
    const token = typeof given === "string" ? given : cookie;
    if (token === undefined || token === "") throw new Error(reasons.missing);
    const find = () => sessions.find(token.slice(0, 200));
    let session = await find();
    if (session && limits) {
      const open = io.sockets.adapter.rooms.get(`account:${session.accountId}`)?.size ?? 0;
      if (!(await limits.mayEnter(session.accountId, open))) throw new Error(tooMany);
      // It may have ended while that was counted.
      session = await find();
    }
    if (!session) throw new Error(reasons.invalid);
    const before = socket.data as Partial<KnownSession>;
    if (socket.recovered && before.sessionId !== session.sessionId) throw new Error(reasons.invalid);
    socket.data = { accountId: session.accountId, sessionId: session.sessionId } satisfies KnownSession;
    await socket.join([`account:${session.accountId}`, `session:${session.sessionId}`]);
  }

  /** What a dropped socket has missed is handed out before its token is looked at: only for a session that still lives. */
  async function mayResume(data: unknown): Promise<boolean> {
    const { accountId, sessionId } = data as KnownSession;
    return (await sessions.list(accountId, sessionId)).some((session) => session.current);
  }

  io.use(async (socket, next) => {
    try {
      await authenticate(socket);
      next();
    } catch (error) {
      // A page takes a refusal for the last word. Whoever could not be looked up, as when all come at once, comes again by itself.
      if (!isRefusal(error)) socket.conn.close();
      next(error as Error);
    }
  });
  io.on("connection", (socket) => {
    const { accountId } = socket.data as KnownSession;
    limits?.limitMessages(socket, accountId);
    presence.came(accountId);
    socket.on("disconnect", () => presence.went(accountId));
    for (const listener of listeners) listener({ accountId, socket });
  });
  io.on("to-room", (room: string, event: string, payload: object) => toRoomHere(room, event, payload));

  const roomIsHere = (room: string) => io.sockets.adapter.rooms.has(room);
  function toRoomHere(room: string, event: string, payload: object): void {
    const members = io.sockets.adapter.rooms.get(room);
    if (!members) return;
    const slow = [...members].filter((id) => isSlow(io.sockets.sockets.get(id)));
    io.local.to(room).except(slow).emit(event, payload);
  }

  return {
    attach: (server) => void io.attach(server),
    online: presence.ours,
    isOnlineAnywhere: presence.isAnywhere,
    send: (accountId, event, payload) => void io.to(`account:${accountId}`).emit(event, payload),
    sendToAll(accountIds, event, payload) {
      if (accountIds.length > 0) io.to(accountIds.map((id) => `account:${id}`)).emit(event, payload);
    },
    sendToRoom(room, event, payload) {
      toRoomHere(room, event, payload);
      // Not by the stream: what is only of interest now should not push out what is kept for those who resume.
      if (redis) io.serverSideEmit("to-room", room, event, payload);
    },
    sendToRoomHere: toRoomHere,
    hasRoomHere: roomIsHere,
    hasRoom: (room) => roomIsHere(room) || (redis !== undefined && redis.fault() === undefined),
    onMember: (listener) => void listeners.push(listener),
    count: () => io.engine?.clientsCount ?? 0,
    close() {
      presence.close();
      // The connections alone: pages come back by themselves, to another process or to this one's successor. And not
      // `io.close()`: that waits for the HTTP server's last connection, which is the server's own business.
      io.engine?.close();
    },
  };
}

/** Socket.IO's own `volatile` leaves out whatever comes in the same moment as another message. */
function isSlow(socket: Socket | undefined): boolean {
  if (!socket) return false;
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
  return writeBuffer.length >= mostUntaken;
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
