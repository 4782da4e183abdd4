import type { Feature } from "../../features.ts";
import type { Platform } from "../../platform/platform.ts";
import { type AccountCache, createAccountCache } from "./accounts.ts";
import { registerRelations, type RelationsHandle } from "./relations.ts";
import { Account, Relationship } from "./schemas.ts";

export interface People extends Feature {
  accounts: AccountCache;
  relations: RelationsHandle;
}

export async function createPeople(platform: Platform): Promise<People> {
  const { config, db, log, viewers } = platform;
  const accounts = createAccountCache(db, log, (config.postCacheMegabytes * 1024 * 1024) / 4);
  const relations = registerRelations(viewers, log, config.timelines);
  return {
    accounts,
    relations,
    consumers: [],
    async routes(app) {
      app.addSchema(Relationship);
      app.addSchema(Account);
    },
  };
}
