import { readConfig, reportConfig } from "../config.ts";
import { demo } from "./demo.ts";
import { events } from "./events.ts";
import { rebuild } from "./rebuild.ts";
import { reports } from "./reports.ts";
import { spaceCommand } from "./space-command.ts";
import { start } from "./start.ts";

type Environment = Record<string, string | undefined>;

const help = `Maru

  start                 run the site (what \`npm start\` does)
  config                every setting, its value, where that came from, and what it is for
  demo                  fill an empty database with a large data set: --people 100000 --follows 3000000 --posts 100000
  rebuild CONSUMER      make derived data anew: people-counters, post-counters, topic-counters, notifications, cats, projects, films,
                        search, search-names, chat-search
  events status         how far each consumer is, and what it could not handle
  events dead [CONSUMER]             the events that were set aside
  events replay CONSUMER [--event ID]  hand them to the consumer again
  reports [--limit N]   what members have told you of chats, newest first, with the words that it is about
  films moderator HANDLE [on|off]    who may correct the catalogue of films, and decides on proposals
  films seed-tier HANDLE TIER        a critic to begin with: 0 to 3
  films strike HANDLE LEVEL          takes points, and a series: 1 to 3
  films void|restore HANDLE          somebody's votes and reactions count no more, or the votes again
  films ranks PRESET    the rules of scores and ranks: default, equal-weights, small
  cats export-training DIR   write the photos that members gave to train breed recognition with
  import films imdb FOLDER           take films in from IMDb's files; also: movielens FOLDER, file FILE.csv or FILE.jsonl,
                        tmdb --key-file FILE. \`maru import films\` alone shows what each of them takes
  projects evaluate-recommendations [--file FILE]   how good suggestions of projects are, beside popularity and chance
  projects export-recommendations FILE   write what they are made of, without names
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
      case "demo":
        return await demo(readConfig(env), args.slice(1));
      case "rebuild":
        return await rebuild(readConfig(env), args.slice(1));
      case "events":
        return await events(readConfig(env), args.slice(1));
      case "reports":
        return await reports(readConfig(env), args.slice(1));
      case "import": {
        const [space = "", ...rest] = args.slice(1);
        const code = await spaceCommand(readConfig(env), [space, "import", ...rest]);
        if (code !== undefined) return code;
        console.error("There is nothing of that kind to import: it is maru import films …");
        return 2;
      }
      case "help":
      case "--help":
        console.log(help);
        return 0;
      default: {
        const code = await spaceCommand(readConfig(env), args);
        if (code !== undefined) return code;
        console.error(`There is no command "${command}".\n\n${help}`);
        return 2;
      }
    }
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}
