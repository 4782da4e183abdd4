import type { MultipartFile } from "@fastify/multipart";
import { Type } from "typebox";
import { createOnce } from "../http/idempotency.ts";
import { invalid, notFound, Problem } from "../http/problem.ts";
import { type App, memberOf } from "../http/route.ts";
import { IdParams, Ref, toId } from "../http/schemas.ts";
import type { Platform } from "../platform.ts";
import { parseCrop } from "./image-plan.ts";
import { cropOf, type Incoming, type MediaLibrary } from "./media.ts";
import { mediaDescribed } from "./media-events.ts";
import { listPostsWith, updateAlt } from "./media-queries.ts";
import { Media, presentMedia } from "./media-schema.ts";
import { fileName } from "./media-store.ts";

const mostAlt = 1500;
const types: Record<string, string> = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" };

const UploadForm = Type.Object({
  file: Type.String({ format: "binary" }),
  alt: Type.Optional(Type.String({ maxLength: mostAlt })),
  crop: Type.Optional(
    Type.String({ description: "A square to cut out, as x,y,size in the pixels of the upright picture." }),
  ),
});

export async function mediaRoutes(app: App, { log, media }: Platform): Promise<void> {
  app.post(
    "/api/v1/media",
    {
      config: { policy: "member", limit: "upload", form: UploadForm },
      schema: {
        operationId: "uploadMedia",
        tags: ["media"],
        summary:
          "A picture: JPEG, PNG, WebP, AVIF or GIF, 20 MB and 50 megapixels at most. It is made anew; what the camera wrote into it is gone.",
        response: { 201: Ref(Media), ...refusals },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart())
        throw new Problem(415, "unsupported-media-type", "Send the picture as multipart/form-data.");
      const form = await readForm(request.parts(), media);
      try {
        if (!form.file) throw invalid("file", "is missing");
        const alt = plainAlt(form.fields.get("alt") ?? "");
        const picture = await media.prepare(form.file, cropOf(form.fields.get("crop"), parseCrop));
        const content = `${picture.hash}\0${alt}`;
        return await createOnce(
          log,
          request,
          reply,
          async (tx) => ({
            status: 201,
            json: JSON.stringify(await media.keep(tx, memberOf(request), alt, picture)),
          }),
          content,
        );
      } finally {
        await form.file?.discard();
      }
    },
  );

  app.patch(
    "/api/v1/media/:id",
    {
      config: { policy: "member" },
      schema: {
        operationId: "describeMedia",
        tags: ["media"],
        summary: "Changes the text that stands for one's own picture.",
        params: IdParams,
        body: Type.Object({ alt: Type.String({ maxLength: mostAlt }) }, { additionalProperties: false }),
        response: { 200: Ref(Media) },
      },
    },
    async (request) => {
      const [mediaId, ownerId] = [toId(request.params.id), memberOf(request)];
      const row = await log.commit(async (tx) => {
        const changed = await updateAlt(tx, mediaId, ownerId, plainAlt(request.body.alt));
        if (changed)
          log.publish(tx, mediaDescribed({ mediaId, ownerId, postIds: await listPostsWith(tx, mediaId) }));
        return changed;
      });
      if (!row) throw notFound();
      return presentMedia(row);
    },
  );

  app.get(
    "/media/:file",
    { config: { policy: "public" }, schema: { hide: true } },
    async (request, reply) => {
      const { file } = request.params as { file: string };
      const match = fileName.exec(file);
      const stored = match && (await media.store.find(file));
      if (!stored) throw notFound();
      const etag = `"${file}"`;
      reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("etag", etag)
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cross-origin-resource-policy", "cross-origin");
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      return reply.type(types[match[2]!]!).header("content-length", stored.bytes).send(stored.stream());
    },
  );
}

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Type.Unsafe<object>({ $ref: "Problem#" }) } },
});
const refusals = {
  400: problem("The form is damaged or incomplete."),
  413: problem("More than 20 MB."),
  415: problem("Not a picture of a kind that is taken."),
  422: problem("Damaged, more than 50 megapixels, or a crop beyond the picture."),
  503: problem("Too many pictures are waiting."),
  507: problem("No room for more pictures."),
};

interface Form {
  file: Incoming | undefined;
  fields: Map<string, string>;
}

async function readForm(parts: AsyncIterable<unknown>, media: MediaLibrary): Promise<Form> {
  const form: Form = { file: undefined, fields: new Map() };
  try {
    for await (const part of parts as AsyncIterable<
      MultipartFile | { type: "field"; fieldname: string; value: unknown }
    >) {
      if (part.type === "field") {
        if (part.fieldname !== "alt" && part.fieldname !== "crop")
          throw invalid(part.fieldname, "is not a field of this request");
        form.fields.set(part.fieldname, String(part.value));
      } else if (part.fieldname !== "file" || form.file) {
        part.file.resume();
        throw invalid(part.fieldname, "is not a file of this request");
      } else {
        form.file = await media.receive(part.file);
        if (part.file.truncated) throw new Problem(413, "too-large", "A picture has 20 MB at the most.");
      }
    }
    return form;
  } catch (error) {
    await form.file?.discard();
    // What the parser of forms says about a broken one has neither a code nor a status.
    const known = error as { code?: string; statusCode?: number };
    if (error instanceof Problem || known.code || known.statusCode) throw error;
    throw new Problem(400, "invalid-form", "The form is damaged or incomplete.");
  }
}

function plainAlt(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, " ")
    .trim();
  if (!text.isWellFormed() || [...plain].length > mostAlt)
    throw invalid("alt", `has ${mostAlt} characters at the most`);
  return plain;
}
