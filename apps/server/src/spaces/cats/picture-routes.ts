import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { birthdaysText } from "./birthdays.ts";
import type { CatDeps } from "./deps.ts";
import { albumPage, photosPage } from "./pictures.ts";
import { AlbumMonth, Birthday, CatPhoto } from "./schemas.ts";

const tags = ["cats"];

/** What a cat looks like, and looked like; and the days to remember. */
export async function catPictureRoutes(app: App, deps: CatDeps): Promise<void> {
  app.get(
    "/api/v1/cats/:id/photos",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listCatPhotos",
        description: "Pictures of posts that show it, the newest post first.",
        tags,
        params: IdParams,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(Ref(CatPhoto)) },
      },
    },
    async (request, reply) =>
      sendJson(reply, await photosPage(deps, request.params.id, viewerOf(request), request.query)),
  );

  app.get(
    "/api/v1/cats/:id/album",
    {
      config: { policy: "public" },
      schema: {
        operationId: "getCatAlbum",
        description: "By month, the newest first; up to 12 months a page, and up to 24 pictures of each.",
        tags,
        params: IdParams,
        querystring: Type.Object({ cursor: PageQuery.cursor }, { additionalProperties: false }),
        response: { 200: PageOf(Ref(AlbumMonth)) },
      },
    },
    async (request, reply) =>
      sendJson(reply, await albumPage(deps, request.params.id, viewerOf(request), request.query)),
  );

  app.get(
    "/api/v1/cats/birthdays",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listCatBirthdays",
        description: "Of one's own and followed cats, within the next 30 days, the soonest first.",
        tags,
        response: { 200: Type.Object({ items: Type.Array(Ref(Birthday)) }) },
      },
    },
    async (request, reply) => sendJson(reply, await birthdaysText(deps, memberOf(request))),
  );
}
