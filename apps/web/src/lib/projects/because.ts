import { m } from "#lib/paraglide/messages.js";
import { asObject } from "#lib/spaces/topics.ts";
import type { Because } from "./types.ts";

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
