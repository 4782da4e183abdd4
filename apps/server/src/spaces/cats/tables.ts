import type { ColumnType, Generated } from "kysely";
import type { Id } from "../../platform/database/tables.ts";
import type { Precision } from "./calendar.ts";

type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** Read as text by every query: a day is no moment. */
type DayColumn = ColumnType<never, string | null | undefined, string | null>;

declare module "../../platform/database/tables.ts" {
  interface Tables {
    cat: {
      id: Id;
      name: string;
      breed: Defaulted<string | null>;
      birthday: DayColumn;
      birthdayPrecision: Defaulted<Precision | null>;
      adoptedOn: DayColumn;
      memorialOn: DayColumn;
      sex: Defaulted<"female" | "male" | null>;
      neutered: Defaulted<boolean | null>;
      colour: Defaulted<string | null>;
      pattern: Defaulted<string | null>;
      personality: Defaulted<string[]>;
      story: Defaulted<string>;
      photoId: Defaulted<Id | null>;
      isPrivate: Defaulted<boolean>;
      followers: Defaulted<number>;
      createdAt: Defaulted<Date>;
    };
    catPerson: {
      id: Generated<Id>;
      catId: Id;
      accountId: Id;
      invitedBy: Defaulted<Id | null>;
      invitationId: Defaulted<Id | null>;
    };
    catInvitation: { id: Generated<Id>; catId: Id; accountId: Id; fromId: Id };
    catCorrection: {
      id: Generated<Id>;
      catId: Id;
      accountId: Id;
      mediaId: Id;
      breed: string;
      consent: boolean;
      createdAt: Defaulted<Date>;
    };
  }
}
