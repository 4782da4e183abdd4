import { Type } from "typebox";
import { type App, memberOf } from "../../../platform/http/route.ts";
import { Ref } from "../../../platform/http/schemas.ts";
import { RecognitionAnswer } from "./answer.ts";
import { refusedPhoto } from "./faults.ts";
import { readPhoto } from "./photo-form.ts";
import type { Source } from "./source.ts";
import type { WaitingRoom } from "./waiting-room.ts";

const PhotoForm = Type.Object({ file: Type.String({ format: "binary" }) });

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Type.Unsafe<object>({ $ref: "Problem#" }) } },
});
const refusals = {
  400: problem("The form is damaged or incomplete."),
  413: problem("More than 20 MB, or more than one file."),
  415: problem("Not a picture of a kind that is taken."),
  422: problem("Damaged, more than 50 megapixels, or no file at all."),
  503: problem("Recognition is switched off (recognition-off) or cannot work now (recognition-away)."),
};

/** A photo goes through memory to the thread that looks at it, and nowhere else: no file, no row, no line in the log. */
export async function recognitionRoutes(app: App, source: Source, room: WaitingRoom): Promise<void> {
  app.addSchema(RecognitionAnswer);
  app.post(
    "/api/v1/cats/recognize",
    {
      config: { policy: "member", limit: "recognize", form: PhotoForm },
      schema: {
        operationId: "recognizeCat",
        tags: ["cats"],
        summary:
          "Which breed the cat on a photo may be. JPEG, PNG, WebP, AVIF or GIF, 20 MB and 50 megapixels at most. The photo is not stored.",
        response: { 200: Ref(RecognitionAnswer), ...refusals },
      },
    },
    async (request, reply) => {
      const visit = room.enter(memberOf(request));
      try {
        const photo = await readPhoto(request, visit);
        visit.sit();
        const begun = performance.now();
        const seen = await source.look(photo, () => !request.socket.destroyed);
        if ("refused" in seen) throw refusedPhoto(seen.refused);
        reply.header("cache-control", "no-store");
        return { ...seen, milliseconds: Math.round(performance.now() - begun) };
      } finally {
        visit.leave();
      }
    },
  );
}
