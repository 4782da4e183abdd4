import type { IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import type { Id } from "../database/tables.ts";
import { createLimitCounters, type LimitCounters } from "../http/limit-counters.ts";

/** For people enough, also when all of their tabs come back in the same moment after a restart; for flooding too few. */
const most = {
  /** Connections a minute from one address, whoever asks: a school may have a single one. */
  fromAddress: 600,
  /** Connections a minute of one person, */
  ofPerson: 120,
  /** and at the same time in one process. */
  open: 100,
  /** Messages in ten seconds of one page, and in one process of all pages of a person. */
  ofPage: 100,
  ofPages: 300,
};
/** A page that goes on for so many times its messages is closed: refusing each costs something too. */
const patience = 50;
const minute = 60_000;
const tenSeconds = 10_000;
/** How long nothing is read from a page that sends too much, for each time its messages; what it sends meanwhile waits on its own side. */
const pauseMs = 100;
const longestPauseMs = 5_000;

export const tooMany = "too-many-requests";

export interface SocketLimits {
  /** Before anything is known but the address. */
  mayKnock(request: IncomingMessage): Promise<boolean>;
  /** Once it is known who it is, and how many pages of theirs are open here. */
  mayEnter(accountId: Id, open: number): Promise<boolean>;
  /** Has what is too much answered with an error instead of being heard. */
  limitMessages(socket: Socket, accountId: Id): void;
}

/** Connections are counted for the whole site, messages in this process: what comes often must not ask Redis each time. */
export function createSocketLimits(counters: LimitCounters, trustProxy: boolean): SocketLimits {
  const messages = createLimitCounters();

  return {
    async mayKnock(request) {
      const { count } = await counters.hit(`ip:${addressOf(request, trustProxy)}:socket`, minute);
      return count <= most.fromAddress;
    },
    async mayEnter(accountId, open) {
      const { count } = await counters.hit(`account:${accountId}:socket`, minute);
      return count <= most.ofPerson && open < most.open;
    },
    limitMessages(socket, accountId) {
      socket.use((packet, next) => {
        const { count, leftMs } = messages.hit(`page:${socket.id}`, tenSeconds);
        const { count: ofAll } = messages.hit(`account:${accountId}`, tenSeconds);
        if (count <= most.ofPage && ofAll <= most.ofPages) return next();
        if (count > patience * most.ofPage) return void socket.disconnect(true);
        pause(socket, Math.min(longestPauseMs, Math.ceil(count / most.ofPage) * pauseMs));
        const acknowledge: unknown = packet.at(-1);
        if (typeof acknowledge === "function")
          acknowledge({
            error: tooMany,
            title: "Too many messages. Try again later.",
            status: 429,
            retryAfter: Math.ceil(leftMs / 1000),
          });
      });
    },
  };
}

/** Reads nothing from a page for a while. One that polls sends a request at a time, and is limited by these. */
function pause({ conn }: Socket, ms: number): void {
  const { socket } = conn.transport as unknown as { socket?: WebSocketConnection };
  if (!socket?.pause || socket.isPaused) return;
  socket.pause();
  setTimeout(() => socket.resume(), ms).unref();
}

interface WebSocketConnection {
  readonly isPaused: boolean;
  pause(): void;
  resume(): void;
}

/** Whose it is, as the HTTP server has it. */
function addressOf({ socket, headers }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? [headers["x-forwarded-for"] ?? ""].flat().join() : "";
  return forwarded.split(",")[0]!.trim() || (socket.remoteAddress ?? "");
}
