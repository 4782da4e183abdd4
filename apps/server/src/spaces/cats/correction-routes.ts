import { Type } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { invalid } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdParams, IdText, toId } from "../../platform/http/schemas.ts";
import { getOwnCat, lockOwnCat } from "./access-cat.ts";
import { readBreed } from "./cat-body.ts";
import { holdOwnPhoto } from "./cat-queries.ts";
import { deleteCorrections, upsertCorrection } from "./correction-queries.ts";
import type { CatDeps } from "./deps.ts";
import { Correction, CorrectionBody } from "./schemas.ts";

const tags = ["cats"];
const done = { 204: Type.Null() };

/** "Actually it is …" */
export async function correctionRoutes(app: App, deps: CatDeps): Promise<void> {
  const { db, log } = deps;

  app.post(
    "/api/v1/cats/:id/corrections",
    {
      config: { policy: "member", limit: "post" },
      schema: {
        operationId: "correctBreed",
        description:
          "Said of a picture of one's own. Only with consent the site's own model may learn from it.",
        tags,
        params: IdParams,
        body: CorrectionBody,
        response: { 201: Correction },
      },
    },
    async (request, reply) => {
      const accountId = memberOf(request);
      const catId = toId(request.params.id);
      const { consent } = request.body;
      const breed = readBreed("breed", request.body.breed);
      const mediaId = Number(request.body.mediaId);
      await log.commit(async (tx) => {
        await lockOwnCat(tx, catId, accountId);
        if (!Number.isSafeInteger(mediaId) || !(await holdOwnPhoto(tx, accountId, mediaId)))
          throw invalid("mediaId", "is not a picture of yours", "unknown-media");
        await upsertCorrection(tx, { catId, accountId, mediaId, breed, consent });
      });
      return reply.code(201).send({ breed, consent });
    },
  );

  const takeBack = async (id: string, accountId: Id, mediaId: Id | undefined) => {
    // Whoever is none of its people any more may still take back what is their own.
    if (!(await deleteCorrections(db, accountId, toId(id), mediaId))) await getOwnCat(db, id, accountId);
  };
  app.delete(
    "/api/v1/cats/:id/corrections",
    {
      config: { policy: "member" },
      schema: {
        operationId: "takeBackCorrections",
        description: "Everything that I have said of pictures of this cat.",
        tags,
        params: IdParams,
        response: done,
      },
    },
    async (request, reply) => {
      await takeBack(request.params.id, memberOf(request), undefined);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    "/api/v1/cats/:id/corrections/:mediaId",
    {
      config: { policy: "member" },
      schema: {
        operationId: "takeBackCorrection",
        tags,
        params: Type.Object({ id: IdText, mediaId: IdText }),
        response: done,
      },
    },
    async (request, reply) => {
      await takeBack(request.params.id, memberOf(request), toId(request.params.mediaId));
      return reply.code(204).send(null);
    },
  );
}
