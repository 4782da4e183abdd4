import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createMaru, type Maru } from "../app.ts";
import type { Config } from "../config.ts";
import { loadDemoCommunity } from "../demo/load-demo.ts";
import { giveBackMemory } from "../platform/telemetry/give-back-memory.ts";
import { openDatabase } from "./database.ts";

/** Runs the site until SIGTERM or SIGINT. Answers the exit code. */
export async function start(config: Config): Promise<number> {
  // Said before minutes are spent on a first start; it may still be taken until then.
  await tryPort(config);
  const database = await openDatabase(config);
  const maru = await createMaru(config, database.url).catch(async (error) => {
    await database.close();
    throw error;
  });
  const { logger } = maru.platform;
  const ended = Promise.race([
    once(process, "SIGTERM").then(() => 0),
    once(process, "SIGINT").then(() => 0),
    database.lost.then((error) => {
      logger.fatal({ err: error }, "the database is gone");
      return 1;
    }),
  ]);
  try {
    const { address } = await maru.start(async () => {
      if (config.demo && maru.roles.web) await moveIn(maru);
      giveBackMemory();
    });
    logger.info({ address }, `Maru is ready at ${address}`);
  } catch (error) {
    await maru.stop().catch(() => {});
    await database.close();
    throw portError(error as NodeJS.ErrnoException, config);
  }
  const code = await ended;
  logger.info("stopping");
  await maru.stop();
  await database.close();
  return code;
}

/** Fills an empty site, and shows how to sign in to the demo. */
async function moveIn(maru: Maru): Promise<void> {
  const login = await loadDemoCommunity(maru.platform, maru.spaces);
  maru.setDemoLogin(login);
  await maru.settle();
  if (login) maru.platform.logger.info(`to look around, sign in as ${login.login} with "${login.password}"`);
}

/** Without listening on the port itself: a proxy that waits for us there would send requests that nobody answers. */
async function tryPort(config: Config): Promise<void> {
  const server = createServer().listen(0, config.host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw portError(error as NodeJS.ErrnoException, config);
  } finally {
    server.close();
  }
  if (await isTaken(config)) throw portError(Object.assign(new Error(), { code: "EADDRINUSE" }), config);
}

async function isTaken({ port, host }: Config): Promise<boolean> {
  if (port === 0) return false;
  const socket = connect(port, host);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function portError(error: NodeJS.ErrnoException, config: Config): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `Port ${config.port} is taken by another program. Choose another: PORT=${config.port + 1} npm start`,
    );
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new Error(
      `This machine has no address ${config.host}. Leave HOST out, or set it to 0.0.0.0 for all.`,
    );
  if (error.code === "EACCES")
    return new Error(
      `Port ${config.port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`,
    );
  return error;
}
