import { Type } from "typebox";
import { pageText, sendJson } from "../../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../../platform/http/route.ts";
import { HandleParams, PageOf, PageQuery, Ref } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import { Critic, FilmRank, RankEntry } from "./rank-schemas.ts";
import { type EntryLine, listEntries, selectCritics, selectHistory, selectMember } from "./rank-queries.ts";
import { toRank } from "./rank.ts";

const tags = ["films"];
const historyDays = 365;
const mostCritics = 20;

const toEntry = ({ id, at, delta, points, ...entry }: EntryLine): object => ({
  id: String(id),
  at: at.toISOString(),
  delta: delta / 100,
  points: points / 100,
  ...entry,
});

/** Ranks of members, and what moved one's own. */
export async function rankRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, cursors, people } = deps;

  app.get(
    "/api/v1/accounts/:handle/film-rank",
    {
      config: { policy: "public" },
      schema: {
        operationId: "getFilmRank",
        description: "Of others the tier only.",
        tags,
        params: HandleParams,
        response: { 200: Ref(FilmRank) },
      },
    },
    async (request) => {
      const me = viewerOf(request);
      const relations = await people.presenter.relationsOf(me);
      const id = await people.presenter.getId(request.params.handle, relations);
      const member = await selectMember(db, id);
      const isOwn = id === me;
      return toRank(id, member, isOwn, isOwn ? await selectHistory(db, id, historyDays) : []);
    },
  );

  app.get(
    "/api/v1/film-rank/entries",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listRankEntries",
        description: "What moved one's own points, tier and series, the newest first.",
        tags,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(Ref(RankEntry)) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { limit = 20, cursor } = request.query;
      const list = `rank-entries:${me}`;
      const before = cursors.open(list, cursor);
      const rows = await listEntries(db, me, limit + 1, before === undefined ? undefined : Number(before));
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? cursors.seal(list, String(shown.at(-1)!.id)) : null;
      return sendJson(
        reply,
        pageText(
          shown.map((row) => JSON.stringify(toEntry(row))),
          next,
        ),
      );
    },
  );

  app.get(
    "/api/v1/films/critics",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listCritics",
        description: "Members of the highest tiers.",
        tags,
        response: { 200: Type.Object({ items: Type.Array(Critic) }) },
      },
    },
    async (request, reply) => {
      const relations = await people.presenter.relationsOf(viewerOf(request));
      const rows = await selectCritics(db, mostCritics);
      const items: string[] = [];
      for (const { id, ...critic } of rows) {
        if (relations?.blockedBy.includes(id)) continue;
        const [account] = await people.presenter.texts([id], relations);
        if (account !== undefined) items.push(`{"account":${account},${JSON.stringify(critic).slice(1)}`);
      }
      return sendJson(reply, `{"items":[${items.join(",")}]}`);
    },
  );
}
