import { type Static, Type } from "typebox";
import { readStatus } from "../../platform/events/status.ts";
import { sumBytes } from "../../platform/media/media-queries.ts";
import type { ModerationDeps } from "./deps.ts";
import { readCounts } from "./figures-queries.ts";

const Day = Type.Object({
  day: Type.String({ format: "date", description: "Where the site is." }),
  people: Type.Integer(),
  posts: Type.Integer(),
});

export const Figures = Type.Object(
  {
    people: Type.Integer(),
    active: Type.Integer({ description: "People who have been here in the last 24 hours." }),
    posts: Type.Integer({ description: "Comments among them." }),
    days: Type.Array(Day, { description: "What was new on each of the last 14 days, the oldest first." }),
    media: Type.Object({
      bytes: Type.Integer(),
      budgetBytes: Type.Integer({ description: "What pictures may take together." }),
    }),
    consumers: Type.Array(
      Type.Object({
        name: Type.String(),
        behind: Type.Integer({ description: "Events that it has not handled yet; 100000 is that or more." }),
        lagSeconds: Type.Number(),
        dead: Type.Integer({ description: "Events that it could not handle; see `maru events dead`." }),
      }),
    ),
  },
  { $id: "Figures" },
);

/** How the site fares, from what the database knows. */
export async function readFigures({ db, config }: ModerationDeps): Promise<Static<typeof Figures>> {
  const [counts, { consumers }, bytes] = await Promise.all([
    readCounts(db, config.timeZone),
    readStatus(db),
    sumBytes(db),
  ]);
  return {
    ...counts,
    media: { bytes, budgetBytes: config.mediaBudgetMegabytes * 1024 * 1024 },
    consumers: consumers.map(({ consumer, behind, lagSeconds, dead }) => ({
      name: consumer,
      behind: Number.parseInt(behind, 10),
      lagSeconds,
      dead,
    })),
  };
}
