import { readConfig, reportConfig } from "../config.ts";
import { start } from "./start.ts";

type Environment = Record<string, string | undefined>;

const help = `Maru

  start                 run the site (what \`npm start\` does)
  config                every setting, its value, where that came from, and what it is for
  rebuild CONSUMER      make derived data anew: counters, tags, …
  help                  this page
`;

/** Runs one command; answers the exit code. */
export async function run(args: string[], env: Environment): Promise<number> {
  const [command = "start"] = args;
  try {
    switch (command) {
      case "start":
        return await start(readConfig(env));
      case "config":
        for (const setting of reportConfig(env)) {
          console.log(`${setting.env}=${setting.value}  (${setting.origin})\n    ${setting.help}`);
        }
        return 0;
      case "help":
      case "--help":
        console.log(help);
        return 0;
      default:
        console.error(`There is no command "${command}".\n\n${help}`);
        return 2;
    }
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
