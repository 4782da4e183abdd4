import type { Feature } from "../../features.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Platform } from "../../platform/platform.ts";
import { type AccountCache, createAccountCache } from "./accounts.ts";
import { createPeoplePresenter, type PeoplePresenter } from "./present.ts";
import { registerRelations, type Relations, type RelationsHandle } from "./relations.ts";
import { relationRoutes } from "./relation-routes.ts";
import { Account, Me, Relationship, Session, Settings } from "./schemas.ts";
import { sessionRoutes } from "./session-routes.ts";

export interface People extends Feature {
  accounts: AccountCache;
  relations: RelationsHandle;
  presenter: PeoplePresenter;
  /** The JSON of each account in the order given, as the reader (null: someone signed out) sees them; those that are gone are left out. */
  presentAccounts(ids: readonly Id[], reader: Relations | null): Promise<string[]>;
}

/** What the routes of people stand on. */
export interface PeopleDeps extends Platform {
  presenter: PeoplePresenter;
}

export async function createPeople(platform: Platform): Promise<People> {
  const { config, db, log, viewers } = platform;
  const accounts = createAccountCache(db, log, (config.postCacheMegabytes * 1024 * 1024) / 4);
  const relations = registerRelations(viewers, log, config.timelines);
  const presenter = createPeoplePresenter(platform, accounts, relations);
  const deps: PeopleDeps = { ...platform, presenter };
  return {
    accounts,
    relations,
    presenter,
    presentAccounts: presenter.texts,
    consumers: [],
    async routes(app) {
      for (const schema of [Relationship, Account, Settings, Me, Session]) app.addSchema(schema);
      await sessionRoutes(app, deps);
      await relationRoutes(app, deps);
    },
  };
}
