import { m } from "#lib/paraglide/messages.js";
import { asCompanion, asObject } from "#lib/spaces/topics.ts";
import type { Alike, Because } from "./types.ts";

/** Why a project is shown to somebody: "TypeScript, PostgreSQL을 함께 쓰는 @jiho 님의 프로젝트". */
export function becauseWords({ stack, people }: Because): string {
  const [first, ...others] = people;
  const shared = asObject(stack.join(", "));
  if (stack.length > 0 && first) return m.project_because_stack({ stack: shared, name: `@${first.handle}` });
  if (stack.length > 0) return m.project_because_shared({ stack: shared });
  if (!first) return "";
  const name = `@${first.handle}`;
  return others.length > 0
    ? m.project_because_kept_many({ name, count: others.length })
    : m.project_because_kept({ name });
}

/** What people share with the reader, most of all: "Svelte와 Rust를 함께 쓰는 이웃이에요." */
export function alikeWords(people: readonly Alike[]): string {
  const counts = new Map<string, number>();
  for (const name of people.flatMap(({ stack }) => stack)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [one, other] = [...counts].sort(([, first], [, second]) => second - first).map(([name]) => name);
  if (!one) return m.project_alike_text();
  if (!other) return m.project_alike_one({ one: asObject(one) });
  return m.project_alike_two({ one: asCompanion(one), other: asObject(other) });
}
