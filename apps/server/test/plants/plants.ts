import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { Type } from "typebox";
import type { Id } from "../../src/platform/database/tables.ts";
import { notFound } from "../../src/platform/http/problem.ts";
import { memberOf } from "../../src/platform/http/route.ts";
import { IdParams, toId } from "../../src/platform/http/schemas.ts";
import { postEvents } from "../../src/modules/posts/index.ts";
import type { Core, Space, SpaceDefinition } from "../../src/spaces/space.ts";

declare module "../../src/platform/database/tables.ts" {
  interface Tables {
    plant: { id: Id; name: string };
  }
}

const Plant = Type.Object({ id: Type.String(), name: Type.String() });
const Body = Type.Object({ name: Type.String({ minLength: 1, maxLength: 30 }) });
const plantJson = (plant: string): RawBuilder<unknown> =>
  sql`json_build_object('id', ${sql.ref(`${plant}.id`)}::text, 'name', ${sql.ref(`${plant}.name`)})`;

/** The smallest space: things with a name, which anybody may add, name anew, follow, write about and find. */
async function create({ db, log, topics }: Core): Promise<Space> {
  const named = (ids: readonly Id[]) =>
    db
      .selectFrom("plant")
      .selectAll()
      .where("id", "in", [...ids]);
  return {
    consumers: [],
    topics: {
      space: "plants",
      field: "plants",
      item: Plant,
      idsField: "plantIds",
      most: 3,
      json: sql`select ${plantJson("plant")} from plant where plant.id = t.id`,
      names: async (_db, ids) => new Map((await named(ids).execute()).map(({ id, name }) => [id, name])),
      allowed: async (_db, _authorId, ids) => (await named(ids).execute()).map(({ id }) => id),
    },
    names: [
      {
        space: "plants",
        type: "plants",
        item: Plant,
        events: [postEvents.topicChanged.type, postEvents.topicDeleted.type],
        changed: (event) => [(event.payload as { topicId: Id }).topicId],
        async read(tx, ids) {
          const rows = await tx
            .selectFrom("plant")
            .selectAll()
            .where("id", "in", [...ids])
            .execute();
          return rows.map(({ id, name }) => ({ id, names: [name] }));
        },
        async readAfter(tx, after, limit) {
          const rows = await tx
            .selectFrom("plant")
            .selectAll()
            .where("id", ">", after)
            .orderBy("id")
            .limit(limit)
            .execute();
          return rows.map(({ id, name }) => ({ id, names: [name] }));
        },
        async present(ids) {
          const rows = ids.length > 0 ? await named(ids).execute() : [];
          const names = new Map(rows.map(({ id, name }) => [id, name]));
          return ids.flatMap((id) =>
            names.has(id) ? [JSON.stringify({ id: String(id), name: names.get(id) })] : [],
          );
        },
      },
    ],
    async routes(app) {
      const member = { policy: "member" } as const;
      const path = "/api/v1/plants/:id";
      app.post(
        "/api/v1/plants",
        { config: member, schema: { body: Body, response: { 201: Plant } } },
        async (request, reply) => {
          const { name } = request.body;
          const id = await log.commit(async (tx) => {
            const topicId = await topics.create(tx, "plants");
            await tx.insertInto("plant").values({ id: topicId, name }).execute();
            topics.changed(tx, topicId);
            return topicId;
          });
          return reply.code(201).send({ id: String(id), name });
        },
      );
      app.patch(
        path,
        { config: member, schema: { params: IdParams, body: Body, response: { 200: Plant } } },
        async (request) => {
          const { name } = request.body;
          const id = toId(request.params.id);
          await log.commit(async (tx) => {
            const { numUpdatedRows } = await tx
              .updateTable("plant")
              .set({ name })
              .where("id", "=", id)
              .executeTakeFirst();
            if (numUpdatedRows === 0n) throw notFound();
            topics.changed(tx, id);
          });
          return { id: request.params.id, name };
        },
      );
      app.delete(
        path,
        { config: member, schema: { params: IdParams, response: { 204: Type.Null() } } },
        async (request, reply) => {
          await log.commit((tx) => topics.remove(tx, toId(request.params.id)));
          return reply.code(204).send(null);
        },
      );
      for (const [method, wanted] of [
        ["put", true],
        ["delete", false],
      ] as const)
        app[method](`${path}/follow`, { config: member, schema: { params: IdParams } }, (request) =>
          topics.follow(memberOf(request), toId(request.params.id), wanted),
        );
    },
  };
}

export const plants: SpaceDefinition = {
  name: "plants",
  migrations: join(import.meta.dirname, "migrations"),
  navigation: { path: "/plants", icon: "leaf", label: { ko: "식물", en: "Plants" } },
  create,
};
