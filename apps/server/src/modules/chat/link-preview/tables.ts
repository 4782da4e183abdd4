import type { ColumnType } from "kysely";

declare module "../../../platform/database/tables.ts" {
  interface Tables {
    linkPreview: {
      url: string;
      /** Null when it is known that there is nothing to show. */
      title: string | null;
      description: ColumnType<string, string | undefined, string>;
      siteName: ColumnType<string, string | undefined, string>;
      fetchedAt: ColumnType<Date, Date | undefined, Date>;
    };
  }
}
