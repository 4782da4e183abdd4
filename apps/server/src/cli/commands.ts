import { admin } from "./admin.ts";
import { readConfig, reportConfig } from "../config.ts";
import { backup } from "./backup.ts";
import { db } from "./db.ts";
import { demo } from "./demo.ts";
import { events } from "./events.ts";
import { migrate } from "./migrate.ts";
import { rebuild } from "./rebuild.ts";
import { reports } from "./reports.ts";
import { restore } from "./restore.ts";
import { spaceCommand } from "./space-command.ts";
import { start } from "./start.ts";
import { verify } from "./verify-backup.ts";

type Environment = Record<string, string | undefined>;

const help = `Maru

  start                 run the site (what \`npm start\` does)
  config                every setting, its value, where that came from, and what it is for
  migrate               bring the schema up to date, as a start does, and start nothing
  demo                  fill an empty database with a large data set: --people 100000 --follows 3000000 --posts 100000
  backup [FILE|FOLDER]  write all of the site into one file, while it runs; --media manifest leaves the pictures out,
                        --passphrase-file FILE encrypts it. Without a name into MARU_BACKUP_DIR
  restore FILE          put a backup into an empty database; --passphrase-file FILE
  verify-backup FILE    restore a backup into a database of its own, compare everything, throw it away; --passphrase-file FILE
  db move URL           copy the database of a site that is stopped into another, empty PostgreSQL, and compare
  rebuild CONSUMER      make derived data anew: people-counters, post-counters, topic-counters, notifications, cats, projects, films,
                        search, search-names, chat-search
  events status         how far each consumer is, and what it could not handle
  events dead [CONSUMER]             the events that were set aside
  events replay CONSUMER [--event ID]  hand them to the consumer again
  reports [--limit N]   what members have reported and nobody has decided, newest first, with the words that it is about
  admin role HANDLE ROLE             member, moderator, admin or owner
  admin limit HANDLE [--until DATE] [--reason TEXT]     only followers see what they write
  admin suspend HANDLE [--until DATE] [--reason TEXT]   they cannot sign in, and nobody sees them
  admin restore HANDLE [--reason TEXT]   ends what limits or suspends somebody
  admin reset-password HANDLE        a link that sets a new password once
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
      case "backup":
        return await backup(readConfig(env), args.slice(1));
      case "restore":
        return await restore(readConfig(env), args.slice(1));
      case "verify-backup":
        return await verify(readConfig(env), args.slice(1));
      case "db":
        return await db(readConfig(env), args.slice(1));
      case "migrate":
        return await migrate(readConfig(env));
      case "rebuild":
        return await rebuild(readConfig(env), args.slice(1));
      case "events":
        return await events(readConfig(env), args.slice(1));
      case "reports":
        return await reports(readConfig(env), args.slice(1));
      case "admin":
        return await admin(readConfig(env), args.slice(1));
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
