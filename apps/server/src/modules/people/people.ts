import type { Feature } from "../../platform/feature.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Id, Standing } from "../../platform/database/tables.ts";
import { createMailer, type Mailer } from "../../platform/mail/mailer.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Credential } from "./account-queries.ts";
import { type AccountCache, createAccountCache } from "./accounts.ts";
import { type Background, createBackground } from "./background.ts";
import type { BlockStep } from "./block.ts";
import { peopleCounters } from "./consumers.ts";
import type { DeletionStep } from "./delete-account.ts";
import { instanceRoutes, type ShownSpace } from "./instance-routes.ts";
import { listRoutes } from "./list-routes.ts";
import { ownRoutes } from "./own-routes.ts";
import { accountDeleted } from "./events.ts";
import { makeResetLink } from "./password-reset.ts";
import { createPeoplePresenter, type PeoplePresenter } from "./present.ts";
import { registerRelations, type Relations, type RelationsHandle } from "./relations.ts";
import { relationRoutes } from "./relation-routes.ts";
import { Account, Me, Relationship, Session, Settings } from "./schemas.ts";
import { sessionRoutes } from "./session-routes.ts";
import { createSignInGuard, proveLogin, type SignInGuard } from "./sign-in.ts";
import { endStandings, refreshStanding, type StandingStep } from "./standing.ts";

export interface DemoLogin {
  login: string;
  password: string;
}

export interface People extends Feature {
  accounts: AccountCache;
  relations: RelationsHandle;
  presenter: PeoplePresenter;
  /** The JSON of each account in the order given, as the reader (null: someone signed out) sees them; those that are gone are left out. */
  presentAccounts(ids: readonly Id[], reader: Relations | null): Promise<string[]>;
  /** Adds what another feature does when a person goes; see `DeletionStep`. */
  beforeDeletion(step: DeletionStep): void;
  /** Adds what another feature ends when one person blocks another; see `BlockStep`. */
  onBlock(step: BlockStep): void;
  /** Adds what a feature does when somebody's standing changes; see `StandingStep`. */
  onStanding(step: StandingStep): void;
  /** Makes somebody's standing what the decisions about them say; see `refreshStanding`. */
  refreshStanding(tx: Tx, accountId: Id): Promise<Standing | undefined>;
  /** Ends limits and suspensions whose time is over. */
  endStandings(): Promise<void>;
  /** A link that sets a new password once, in the hour to come; whatever was sent before is void. */
  makeResetLink(tx: Tx, accountId: Id): Promise<string>;
  /** The credential that a login and a password prove, under the same limits as signing in. Throws a 401 for what is not right. */
  proveLogin(given: { login: string; password: string }): Promise<Credential>;
  /** Tells of a space in what the site says about itself. */
  addSpace(space: ShownSpace): void;
  /** Shows everybody how to sign in to the demo; undefined takes it back. */
  setDemoLogin(login: DemoLogin | undefined): void;
}

/** What the routes and rules of people stand on. */
export interface PeopleDeps extends Platform {
  accounts: AccountCache;
  presenter: PeoplePresenter;
  mailer: Mailer;
  background: Background;
  deletionSteps: DeletionStep[];
  blockSteps: BlockStep[];
  standingSteps: StandingStep[];
  guard: SignInGuard;
  demo: { login: DemoLogin | undefined };
  spaces: ShownSpace[];
}

export async function createPeople(platform: Platform): Promise<People> {
  const { config, db, log, logger, media, stamps, viewers } = platform;
  const accounts = createAccountCache(db, log, stamps, (config.postCacheMegabytes * 1024 * 1024) / 4);
  const relations = registerRelations(viewers, log, config.timelines);
  const presenter = createPeoplePresenter(platform, accounts, relations);
  const deps: PeopleDeps = {
    ...platform,
    accounts,
    presenter,
    mailer: createMailer(config, logger),
    background: createBackground(logger),
    deletionSteps: [],
    blockSteps: [],
    standingSteps: [],
    guard: createSignInGuard(config.rateLimits),
    demo: { login: undefined },
    spaces: [],
  };
  // What is missed here, the sweep of the media library finds.
  log.listen((event) => {
    if (accountDeleted.is(event))
      deps.background.run("pictures", () => media.removeUnused(event.payload.mediaHashes));
  });
  return {
    accounts,
    relations,
    presenter,
    presentAccounts: presenter.texts,
    beforeDeletion: (step) => void deps.deletionSteps.push(step),
    onBlock: (step) => void deps.blockSteps.push(step),
    onStanding: (step) => void deps.standingSteps.push(step),
    refreshStanding: (tx, accountId) => refreshStanding(deps, tx, accountId),
    endStandings: () => endStandings(deps),
    makeResetLink: (tx, accountId) => makeResetLink(deps, tx, accountId),
    proveLogin: (given) => proveLogin(deps, given),
    addSpace: (space) => void deps.spaces.push(space),
    setDemoLogin: (login) => void (deps.demo.login = login),
    consumers: [peopleCounters(accounts)],
    jobs: [{ name: "standings", everyMs: 30_000, work: () => endStandings(deps) }],
    async routes(app) {
      for (const schema of [Relationship, Account, Settings, Me, Session]) app.addSchema(schema);
      await instanceRoutes(app, deps);
      await sessionRoutes(app, deps);
      await ownRoutes(app, deps);
      await listRoutes(app, deps);
      await relationRoutes(app, deps);
    },
    idle: () => deps.background.idle(),
    stopped: () => deps.mailer.stop(),
  };
}
