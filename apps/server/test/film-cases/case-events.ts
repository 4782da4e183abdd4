import { Type, type TSchema } from "typebox";
import { aspectNames, type FilmEvent } from "../../src/spaces/films/engine/index.ts";
import { firstFault } from "./case-file.ts";

const Text = Type.String();
const Choice = Type.Union([Type.Literal(1), Type.Literal(-1), Type.Literal(0)]);
const user = Text;
const film = Text;
const review = Text;
const Score = Type.Integer({ minimum: 1, maximum: 10 });
export const Aspects = Type.Partial(
  Type.Object(Object.fromEntries(aspectNames.map((name) => [name, Score])), { additionalProperties: false }),
  { minProperties: 1 },
);
export const Sites = Type.Array(Type.Object({ site: Text, value: Type.Number(), count: Type.Number() }));
const Characters = Type.Integer({ minimum: 0 });

const types: Record<FilmEvent["type"], Record<string, TSchema>> = {
  user_join: { user },
  film_add: { film },
  film_base: { film, sites: Sites },
  vote_set: { user, film, v: Choice },
  review_put: { user, film, review, aspects: Aspects, chars: Characters },
  review_delete: { review },
  react_set: { user, review, v: Choice },
  strike: { user, level: Type.Integer({ minimum: 1, maximum: 3 }) },
  review_remove: { review },
  void_user: { user },
  restore_user: { user },
  user_delete: { user },
  clear_flag: { film },
  seed_tier: { user, tier: Type.Integer({ minimum: 0, maximum: 3 }) },
  config_set: { patch: Type.Object({}) },
};
const schemas: Record<string, TSchema> = Object.fromEntries(
  Object.entries(types).map(([type, more]) => [
    type,
    Type.Object({ id: Text, ts: Type.Number(), type: Type.Literal(type), ...more }),
  ]),
);

const Repeat = Type.Object({
  rep: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  dt: Type.Optional(Type.Number()),
  e: Type.Record(Type.String(), Type.Unknown()),
});

/** The events of a case, with repetitions written out and ids given. Throws, in words, when one is none. */
export function expandEvents(caseId: string, given: readonly Record<string, unknown>[]): FilmEvent[] {
  const events: FilmEvent[] = [];
  const add = (event: Record<string, unknown>, place: string) => {
    const whole = { id: `${caseId}:${events.length}`, ...event };
    const type = String(event["type"]);
    const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined;
    const fault = schema ? firstFault(schema, whole) : `there is no event of the type ${type}`;
    if (fault) throw new Error(`${place}: ${fault}`);
    events.push(whole as FilmEvent);
  };
  for (const [index, one] of given.entries()) {
    const place = `events/${index}`;
    if (!("rep" in one)) {
      add(one, place);
      continue;
    }
    const fault = firstFault(Repeat, one);
    if (fault) throw new Error(`${place}: ${fault}`);
    const { rep, dt = 0, e } = one as { rep: number; dt?: number; e: Record<string, unknown> };
    for (let copy = 0; copy < rep; copy++)
      add({ ...numbered(e, copy), ts: Number(e["ts"]) + copy * dt }, place);
  }
  return events;
}

/** A copy with "{i}" replaced in every string. */
function numbered<T>(value: T, copy: number): T {
  return JSON.parse(JSON.stringify(value).replaceAll("{i}", String(copy))) as T;
}
