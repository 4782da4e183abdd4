import type { Server } from "node:http";
import { Server as SocketServer } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import type { App } from "./route.ts";

/** Longer than a proxy keeps an idle connection to us: five seconds in deploy/nginx. */
const proxyPatienceMs = 6000;
const lookMs = 50;
const mostDoorMs = 5000;

/**
 * Lets a server end without a request being lost; to be called before `app.close()`, after which pages can ask the API no more. It takes no
 * new connections, answers what is under way, with word that the connection ends there, and ends the idle ones. Behind a proxy these stay
 * open for as long as the proxy may still choose them: ended at once, they would take with them what was sent in that moment, and a proxy
 * must not send a write twice.
 */
export function installDrain(app: App, isBehindProxy: boolean): () => Promise<void> {
  const patience = isBehindProxy ? proxyPatienceMs : 0;
  let isDraining = false;
  let idleUntil = 0;
  const stay = () => (idleUntil = performance.now() + patience);

  app.addHook("onRequest", (_request, reply, done) => {
    if (isDraining) reply.raw.setHeader("connection", "close");
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isDraining) reply.header("connection", "close");
    done(null, payload);
  });
  app.addHook("onResponse", (_request, reply, done) => {
    // A page that was begun before has not said so: its connection was used just now and may be chosen again.
    if (isDraining && reply.raw.getHeader("connection") !== "close") stay();
    done();
  });

  return async () => {
    const { server } = app;
    if (server.listening) await letIn(server);
    isDraining = true;
    if (!server.listening) return;
    stay();
    // The server's own close() would end idle connections at once.
    const ended = new Promise<void>((resolve) => {
      SocketServer.prototype.close.call(server, () => resolve());
    });
    const endIdle = () => {
      if (performance.now() >= idleUntil) server.closeIdleConnections();
    };
    // After what has arrived is read: a connection with a request that nobody has looked at yet seems to be idle.
    const looking = setInterval(() => setImmediate(endIdle), lookMs);
    await ended;
    clearInterval(looking);
  };
}

/**
 * Takes in who is connected and waits to be accepted: closing the door would turn them away with what they have sent. The event loop accepts
 * one in each of its turns, so that a turn in which nobody came is one in which nobody waited.
 */
async function letIn(server: Server): Promise<void> {
  const until = performance.now() + mostDoorMs;
  let hasCome = true;
  const come = () => void (hasCome = true);
  server.on("connection", come);
  while (hasCome && performance.now() < until) {
    hasCome = false;
    await turn();
    await turn();
  }
  server.off("connection", come);
}
