import { once } from "node:events";
import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import { openDatabase } from "./database.ts";

/** Runs the site until SIGTERM or SIGINT. Answers the exit code. */
export async function start(config: Config): Promise<number> {
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
    const { address } = await maru.start();
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

function portError(error: NodeJS.ErrnoException, config: Config): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `Port ${config.port} is taken by another program. Choose another: PORT=${config.port + 1} npm start`,
    );
  }
  if (error.code === "EACCES")
    return new Error(
      `Port ${config.port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`,
    );
  return error;
}
