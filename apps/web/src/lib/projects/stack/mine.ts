import type { Me } from "#lib/api/types.ts";
import { stackCalls } from "./calls.ts";

/** What somebody makes things with; null where the site has no projects, or no answer came. */
export async function myStack({ api, instance }: App.Locals, { account }: Me): Promise<string[] | null> {
  if (!instance.spaces.includes("projects")) return null;
  return stackCalls(api)
    .of(account.handle)
    .then(
      ({ stack }) => stack.map(({ name }) => name),
      () => null,
    );
}
