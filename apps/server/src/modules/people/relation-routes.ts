import type { Id } from "../../platform/database/tables.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { HandleParams, Ref } from "../../platform/http/schemas.ts";
import { block, mute, unblock, unmute } from "./block.ts";
import { follow, unfollow } from "./follow.ts";
import type { PeopleDeps } from "./people.ts";
import type { Relations } from "./relations.ts";
import { Relationship } from "./schemas.ts";

type Change = (mine: Relations, other: Id) => Promise<Relationship>;

/** Follow, block and mute: states that are put and deleted, any number of times. */
export async function relationRoutes(app: App, deps: PeopleDeps): Promise<void> {
  const { log, presenter } = deps;

  function state(name: "follow" | "block" | "mute", put: Change, remove: Change): void {
    const changes = [
      { method: "PUT", operationId: name, change: put },
      { method: "DELETE", operationId: `un${name}`, change: remove },
    ] as const;
    for (const { method, operationId, change } of changes) {
      app.route({
        method,
        url: `/api/v1/accounts/:handle/${name}`,
        config: { policy: "member", limit: "follow" },
        schema: { operationId, tags: ["people"], params: HandleParams, response: { 200: Ref(Relationship) } },
        handler: async (request) => {
          const mine = (await presenter.relationsOf(memberOf(request)))!;
          const { handle } = request.params as { handle: string };
          return change(mine, await presenter.getReachableId(handle, mine));
        },
      });
    }
  }

  state(
    "follow",
    (mine, other) => follow(log, mine, other),
    (mine, other) => unfollow(log, mine.accountId, other),
  );
  state(
    "block",
    (mine, other) => block(deps, mine, other),
    (mine, other) => unblock(log, mine.accountId, other),
  );
  state(
    "mute",
    (mine, other) => mute(log, mine, other),
    (mine, other) => unmute(log, mine.accountId, other),
  );
}
