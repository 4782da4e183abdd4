import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import { openDatabase } from "./database.ts";

/** `maru SPACE COMMAND …`: what a space can do beside the running site. Answers undefined when there is no such command. */
export async function spaceCommand(config: Config, args: string[]): Promise<number | undefined> {
  const [name = "", command = "", ...rest] = args;
  const database = await openDatabase(config, { beside: true });
  try {
    const maru = await createMaru({ ...config, logLevel: "warn" }, database.url);
    try {
      const commands = maru.spaces.get(name)?.commands ?? [];
      return await commands.find((one) => one.name === command)?.run(rest);
    } finally {
      await maru.stop();
    }
  } finally {
    await database.close();
  }
}
