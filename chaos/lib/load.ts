import { setTimeout as pause } from "node:timers/promises";
import type { Caller, Person } from "./caller.ts";
import type { Faults } from "./faults.ts";
import { type KnownPost, type Ledger, possible } from "./ledger.ts";
import type { Random } from "./random.ts";
import { makeText, markerIn, tags } from "./texts.ts";
import { type HomePage, watchHome } from "./watch-home.ts";
import { createWrites, type Writes } from "./writes.ts";

export interface LoadDeps {
  caller: Caller;
  ledger: Ledger;
  faults: Faults;
  random: Random;
  people: readonly Person[];
  /** The chats of each, by id. */
  chats: ReadonlyMap<string, readonly string[]>;
  films: readonly string[];
  /** Writes per second, all people together. */
  rate: number;
  /** Searching for posts may be answered "not at the moment" (503). */
  searchMayBeAway: boolean;
  say(line: string): void;
}

/** Posts that people look at: the newest so many. */
const inSight = 200;
const tellSeconds = 15;

/** People who write and read until they are told to stop. Answers how many writes there were. */
export async function runLoad(deps: LoadDeps, signal: AbortSignal): Promise<number> {
  const { people, random, rate, say } = deps;
  let writes = 0;
  let texts = 0;
  let keys = 0;
  const everyMs = (people.length * 1000) / rate;
  const one = async (person: Person) => {
    const own = random.stream(person.handle);
    const act = createPerson(
      { ...deps, random: own },
      createWrites({ ...deps, random: own, newKey: () => `chaos-${++keys}` }),
      person,
      () => ++texts,
    );
    await pause(own.between(0, everyMs));
    while (!signal.aborted) {
      const due = performance.now() + own.between(0.5, 1.5) * everyMs;
      await act.write();
      writes++;
      if (own.chance(0.35)) await act.read();
      await pause(Math.max(0, due - performance.now()), undefined, { signal }).catch(() => {});
    }
  };
  let before = 0;
  const telling = setInterval(() => {
    say(`${((writes - before) / tellSeconds).toFixed(0)} writes a second`);
    before = writes;
  }, tellSeconds * 1000);
  await Promise.all(people.map(one)).finally(() => clearInterval(telling));
  return writes;
}

function createPerson(deps: LoadDeps, writes: Writes, person: Person, nextText: () => number) {
  const { caller, ledger, faults, random, people, chats, films, searchMayBeAway } = deps;
  const handles = people.map(({ handle }) => handle);
  const others = people.filter(({ id }) => id !== person.id);
  const mine: KnownPost[] = [];
  const text = () => makeText(random, nextText(), handles);
  const holds = (kind: "like" | "bookmark" | "follow" | "block" | "mute" | "tag" | "film", other: string) =>
    possible(ledger.peek(kind, person.id, other)).has(true);

  function newest(): KnownPost | undefined {
    const all = [...ledger.posts.values()].slice(-inSight).filter((post) => ledger.fate(post) === "there");
    return all.length === 0 ? undefined : random.pick(all);
  }
  async function made(post: Promise<KnownPost | undefined>): Promise<void> {
    const known = await post;
    if (known) mine.push(known);
  }
  async function withOwn(work: (post: KnownPost) => Promise<unknown>): Promise<void> {
    const alive = mine.slice(-40).filter((post) => ledger.fate(post) === "there");
    await (alive.length > 0 ? work(random.pick(alive)) : made(writes.post(person, text(), "public")));
  }

  async function write(): Promise<void> {
    const chosen = random.next();
    const post = newest();
    const other = random.pick(others);
    if (random.chance(0.2)) return writes.message(person, random.pick(chats.get(person.id)!), text());
    if (random.chance(0.1)) {
      const film = random.pick(films);
      return void (await writes.voteFilm(person, film, !holds("film", film) || random.chance(0.5)));
    }
    if (!post || chosen < 0.2)
      return made(writes.post(person, text(), random.chance(0.15) ? "followers" : "public"));
    if (chosen < 0.4) return made(writes.comment(person, text(), post));
    if (chosen < 0.62)
      return void (await writes.mark(person, "like", post, !holds("like", post.id) || random.chance(0.2)));
    if (chosen < 0.7) return void (await writes.mark(person, "bookmark", post, !holds("bookmark", post.id)));
    if (chosen < 0.8)
      return void (await writes.relate(
        person,
        "follow",
        other,
        !holds("follow", other.id) || random.chance(0.6),
      ));
    if (chosen < 0.83) {
      // Few are blocked at a time, so that there is something to see.
      const isSet = holds("block", other.id);
      return void (await writes.relate(person, "block", other, !isSet && random.chance(0.3)));
    }
    if (chosen < 0.85) return void (await writes.relate(person, "mute", other, random.chance(0.2)));
    if (chosen < 0.88) {
      const tag = random.pick(tags);
      return void (await writes.followTag(person, tag, !holds("tag", tag)));
    }
    if (chosen < 0.94) return withOwn((own) => writes.edit(person, own, text()));
    if (chosen < 0.97) return withOwn((own) => writes.hide(person, own, !possible(own.hidden).has(true)));
    return withOwn((own) => writes.remove(person, own));
  }

  async function get(path: string, isAllowed: (status: number) => boolean = () => false) {
    const asked = performance.now();
    const answer = await caller.ask(person, { method: "GET", path });
    faults.look("answers to reads");
    if (answer.status === 200) return { body: answer.body, by: answer.by, asked };
    if (answer.status === 0) faults.add(`GET ${path} as @${person.handle} was answered by nobody for long`);
    else if (!isAllowed(answer.status))
      faults.add(
        `GET ${path} as @${person.handle} was answered ${answer.status}: ${JSON.stringify(answer.body)}`,
      );
    return undefined;
  }

  async function read(): Promise<void> {
    const chosen = random.next();
    if (chosen < 0.5) {
      const page = await get("/feeds/home?limit=50");
      if (page) watchHome(deps, person, page.body as HomePage, page.asked, page.by);
    } else if (chosen < 0.7) {
      const list = await get("/notifications");
      const first = (list?.body as { items: { id: string }[] } | undefined)?.items[0];
      if (first && random.chance(0.3)) await writes.readUpTo(person, first.id);
    } else {
      const post = newest();
      if (!post) return;
      if (chosen < 0.85) await get(`/posts/${post.id}`, (status) => status === 404);
      else
        await get(
          `/search?type=posts&q=${encodeURIComponent(markerIn(post.text.initial))}`,
          (status) => status === 503 && searchMayBeAway,
        );
    }
  }

  return { write, read };
}
