import type { ColumnType, GeneratedAlways } from "kysely";
import type { Id } from "../../platform/database/tables.ts";

type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** The number of a technology inside the database; outside it goes by its slug. */
export type TechnologyId = number;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    technology: {
      id: GeneratedAlways<TechnologyId>;
      slug: string;
      name: string;
      addedBy: Defaulted<Id | null>;
      addedAt: Defaulted<Date>;
      projects: Defaulted<number>;
    };
    technologyAlias: { key: string; technologyId: TechnologyId };
    project: {
      id: Id;
      authorId: Id;
      title: string;
      summary: string;
      repoUrl: Defaulted<string | null>;
      demoUrl: Defaulted<string | null>;
      stack: Defaulted<TechnologyId[]>;
      words: string;
      tokens: ColumnType<never, number[], number[]>;
      isOpenToChat: Defaulted<boolean>;
    };
    projectPicture: { projectId: Id; mediaId: Id };
    projectRank: {
      projectId: Id;
      authorId: Id;
      stack: TechnologyId[];
      isOpen: boolean;
      heat: number;
      views: Defaulted<number>;
    };
    personTechnology: { accountId: Id; position: number; technologyId: TechnologyId };
    projectSeen: {
      accountId: Id;
      projectId: Id;
      isOpened: Defaulted<boolean>;
      isDismissed: Defaulted<boolean>;
    };
  }
}
