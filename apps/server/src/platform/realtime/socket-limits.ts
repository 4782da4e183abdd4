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
  /** Messages a minute of one page, and in one process of all pages of a person. */
  ofPage: 120,
  ofPages: 600,
};
/** A page that goes on for so many times its messages is closed: refusing each costs something too. */
const patience = 10;
const minute = 60_000;

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
        const { count } = messages.hit(`page:${socket.id}`, minute);
        const { count: ofAll } = messages.hit(`account:${accountId}`, minute);
        if (count <= most.ofPage && ofAll <= most.ofPages) return next();
        if (count > patience * most.ofPage) return void socket.disconnect(true);
        const acknowledge: unknown = packet.at(-1);
        if (typeof acknowledge === "function") acknowledge({ error: tooMany });
      });
    },
  };
}

/** Whose it is, as the HTTP server has it. */
function addressOf({ socket, headers }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? [headers["x-forwarded-for"] ?? ""].flat().join() : "";
  return forwarded.split(",")[0]!.trim() || (socket.remoteAddress ?? "");
}
