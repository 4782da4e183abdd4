import type { Id } from "../../../platform/database/tables.ts";
import { findMemberId } from "../../../modules/moderation/index.ts";
import type { Space } from "../../space.ts";
import type { FilmDeps } from "../deps.ts";
import { presets } from "../engine/index.ts";
import { logFilmEvents, type NewFilmEvent } from "../film-events.ts";
import { setModerator } from "./moderation-queries.ts";

type Command = NonNullable<Space["commands"]>[number];

/** A command that cannot be done as it was given, in words for the operator. */
class Misuse extends Error {}

/** `maru films …`, beside the running site: the running one takes in what these write to the log. */
export function moderationCommands(deps: FilmDeps): Command[] {
  const { db, log } = deps;

  async function accountOf(handle: string | undefined): Promise<Id> {
    if (handle === undefined) throw new Misuse("whose? Give a handle.");
    const id = await findMemberId(db, handle);
    if (id === undefined) throw new Misuse(`nobody here is called ${handle}.`);
    return id;
  }
  const write = (event: NewFilmEvent) => log.commit((tx) => logFilmEvents(log, tx, [event]));

  const command = (name: string, work: (args: string[]) => Promise<string>): Command => ({
    name,
    async run(args) {
      try {
        console.log(await work(args));
        return 0;
      } catch (error) {
        if (!(error instanceof Misuse)) throw error;
        console.error(`maru films ${name}: ${error.message}`);
        return 2;
      }
    },
  });

  return [
    command("moderator", async ([handle, state = "on"]) => {
      if (state !== "on" && state !== "off") throw new Misuse("HANDLE on|off");
      await setModerator(db, await accountOf(handle), state === "on");
      return `${handle} ${state === "on" ? "may change films now" : "may change films no more"}.`;
    }),
    command("seed-tier", async ([handle, tier]) => {
      if (!/^[0-3]$/.test(tier ?? "")) throw new Misuse("HANDLE and a tier from 0 to 3.");
      await write({ type: "seed_tier", accountId: await accountOf(handle), tier: Number(tier) });
      return `${handle} stands in the middle of tier ${tier}.`;
    }),
    command("strike", async ([handle, level]) => {
      if (!/^[1-3]$/.test(level ?? "")) throw new Misuse("HANDLE and a level from 1 to 3.");
      await write({ type: "strike", accountId: await accountOf(handle), level: Number(level) as 1 | 2 | 3 });
      return `${handle} has a strike of level ${level}.`;
    }),
    command("void", async ([handle]) => {
      await write({ type: "void_user", accountId: await accountOf(handle) });
      return `${handle} weighs nothing any more, and what they thought of reviews is taken back.`;
    }),
    command("restore", async ([handle]) => {
      await write({ type: "restore_user", accountId: await accountOf(handle) });
      return `${handle} weighs what they weighed; what they thought of reviews stays taken back.`;
    }),
    command("ranks", async ([preset = ""]) => {
      const names = Object.keys(presets);
      if (!names.includes(preset)) throw new Misuse(`one of ${names.join(", ")}.`);
      await write({ type: "config_set", patch: presets[preset as keyof typeof presets] });
      return `Ranks go by ${preset} from now on. Films and members are weighed anew as something happens to them; maru rebuild films does not change what was.`;
    }),
  ];
}
