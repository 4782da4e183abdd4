import fc from "fast-check";
import {
  aspectNames,
  type AspectScores,
  type Choice,
  type FilmEvent,
} from "../src/spaces/films/engine/index.ts";

type Without<T> = T extends unknown ? Omit<T, "id" | "ts"> : never;
type Act = Without<FilmEvent>;

const hours = 60 * 60_000;
const user = fc.nat(15).map((index) => `u${index}`);
const film = fc.nat(4).map((index) => `f${index}`);
const review = fc.nat(19).map((index) => `r${index}`);
const v = fc.constantFrom<Choice[]>(1, 1, 1, -1, -1, 0);
const type = <const T extends FilmEvent["type"]>(name: T) => fc.constant(name);
const score = fc.integer({ min: 1, max: 10 });

const aspects: fc.Arbitrary<AspectScores> = fc
  .record(Object.fromEntries(aspectNames.map((name) => [name, score])), { requiredKeys: [] })
  .filter((given) => Object.keys(given).length > 0);
const sites = fc.array(
  fc.oneof(
    fc.record({
      site: fc.constant("imdb"),
      value: fc.double({ min: 0, max: 10, noNaN: true }),
      count: fc.nat(1e6),
    }),
    fc.record({ site: fc.constant("rt"), value: fc.nat(100), count: fc.nat(400) }),
    fc.record({ site: fc.constant("nobody-knows"), value: fc.nat(100), count: fc.nat(400) }),
  ),
  { maxLength: 3 },
);

/** What people do, without the moderators. */
const peoples: fc.WeightedArbitrary<Act>[] = [
  { weight: 30, arbitrary: fc.record({ type: type("vote_set"), user, film, v }) },
  { weight: 45, arbitrary: fc.record({ type: type("react_set"), user, review, v }) },
  {
    weight: 14,
    arbitrary: fc.record({ type: type("review_put"), user, film, review, aspects, chars: fc.nat(600) }),
  },
  { weight: 1, arbitrary: fc.record({ type: type("review_delete"), review }) },
  { weight: 2, arbitrary: fc.record({ type: type("film_base"), film, sites }) },
];
const moderators: fc.WeightedArbitrary<Act>[] = [
  { weight: 1, arbitrary: fc.record({ type: type("user_join"), user }) },
  { weight: 1, arbitrary: fc.record({ type: type("film_add"), film }) },
  { weight: 2, arbitrary: fc.record({ type: type("strike"), user, level: fc.constantFrom(1, 2, 3) }) },
  { weight: 1, arbitrary: fc.record({ type: type("review_remove"), review }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom("void_user", "restore_user"), user }),
  },
  { weight: 1, arbitrary: fc.record({ type: type("user_delete"), user }) },
  { weight: 1, arbitrary: fc.record({ type: type("clear_flag"), film }) },
  { weight: 5, arbitrary: fc.record({ type: type("seed_tier"), user, tier: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: type("config_set"),
      patch: fc.record({ sites: fc.record({ imdb: fc.record({ mu: fc.integer({ min: 5, max: 7 }) }) }) }),
    }),
  },
];

/** Most members of a log are grown up, since only they can judge and are watched. */
const seeds: Act[] = [...Array(12).keys()].map((index) => ({
  type: "seed_tier",
  user: `u${index}`,
  tier: index < 9 ? 1 : 2,
}));

/** Any log, its events one to some hours apart; `calm` ones are without moderators. */
export function filmLog({ calm = false, maxLength = 260 } = {}): fc.Arbitrary<FilmEvent[]> {
  const act = fc.oneof(...peoples, ...(calm ? [] : moderators));
  const step = fc.tuple(act, fc.nat(20 * hours));
  return fc.array(step, { maxLength, minLength: 20, size: "max" }).map((steps) => {
    let ts = 0;
    const acts = [...seeds.map((seed): [Act, number] => [seed, 0]), ...steps];
    return acts.map(([one, later], index) => ({ ...one, id: `e${index}`, ts: (ts += later) }) as FilmEvent);
  });
}

/** One author whose reviews many people judge: series begin, and end. */
export const seriesLog: fc.Arbitrary<FilmEvent[]> = fc
  .array(fc.tuple(fc.nat(59), fc.constantFrom<Choice[]>(1, 1, 1, 1, -1, 0), fc.nat(23)), {
    minLength: 200,
    maxLength: 400,
    size: "max",
  })
  .map((reactions) => {
    const events: FilmEvent[] = [];
    const add = (act: Act, ts: number) => events.push({ ...act, id: `e${events.length}`, ts } as FilmEvent);
    for (let index = 0; index < 60; index++)
      add({ type: "seed_tier", user: `j${index}`, tier: index % 5 === 0 ? 2 : 1 }, 0);
    const whole = { story: 8, acting: 8, directing: 7, visuals: 7, music: 6 };
    for (let index = 0; index < 24; index++)
      add(
        {
          type: "review_put",
          user: "author",
          film: `f${index}`,
          review: `r${index}`,
          aspects: whole,
          chars: 400,
        },
        index * 24 * hours,
      );
    for (const [index, [judge, choice, target]] of reactions.entries())
      add(
        { type: "react_set", user: `j${judge}`, review: `r${target}`, v: choice },
        24 * 24 * hours + index * hours,
      );
    return events;
  });

/** A film that grown-up members storm, in waves of one mind, while proven ones and moderators look on. */
export const watchLog: fc.Arbitrary<FilmEvent[]> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.tuple(fc.nat(69), v) },
      { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 70, max: 79 }), v) },
      { weight: 1, arbitrary: fc.constant("clear" as const) },
    ),
    { minLength: 100, maxLength: 300, size: "max" },
  )
  .map((steps) => {
    const events: FilmEvent[] = [];
    const add = (act: Act, ts: number) => events.push({ ...act, id: `e${events.length}`, ts } as FilmEvent);
    for (let index = 0; index < 80; index++)
      add({ type: "seed_tier", user: `u${index}`, tier: index < 70 ? 1 : 2 }, 0);
    add({ type: "film_base", film: "f", sites: [{ site: "imdb", value: 7.5, count: 50_000 }] }, 0);
    for (const [index, step] of steps.entries()) {
      // A moderator lets votes count now and then; whether there are any shows in the state.
      if (step === "clear") add({ type: index % 3 ? "film_add" : "clear_flag", film: "f" }, index * hours);
      else {
        const wave = Math.floor(index / 40) % 2 === 0 ? -1 : 1;
        const meant = step[1] === 0 ? 0 : step[0] % 5 === 0 ? step[1] : wave;
        add({ type: "vote_set", user: `u${step[0]}`, film: "f", v: meant }, index * hours);
      }
    }
    return events;
  });
