import { setImmediate as nextTurn } from "node:timers/promises";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { invalid, Problem } from "../../../platform/http/problem.ts";
import { uploadBytes } from "../../../platform/http/server.ts";
import { headBytes, imageKindOf } from "../../../platform/media/image-kind.ts";
import { damagedForm, noPhoto, notAPicture, photoTooLarge } from "./faults.ts";
import type { Visit } from "./waiting-room.ts";

type Part = MultipartFile | { type: "field"; fieldname: string };

/** The form around a photo, its boundaries and headers. */
const formBytes = 64 * 1024;

/** The photo of a form, good until the visit ends. Refuses everything that is not one picture under `file`. */
export async function readPhoto(request: FastifyRequest, visit: Visit): Promise<Uint8Array> {
  if (!request.isMultipart())
    throw new Problem(415, "unsupported-media-type", "Send the photo as multipart/form-data.");
  if (Number(request.headers["content-length"]) > uploadBytes + formBytes) throw photoTooLarge();
  let isThere = false;
  try {
    for await (const part of request.parts() as AsyncIterable<Part>) {
      if (part.type === "field") throw invalid(part.fieldname, "is not a field of this request");
      if (part.fieldname !== "file" || isThere) {
        part.file.resume();
        throw invalid(part.fieldname, "is not a file of this request");
      }
      isThere = true;
      for await (const piece of part.file) {
        visit.add(piece as Buffer);
        // Turn by turn with whatever else there is to do: what has come is otherwise read in one go.
        await nextTurn();
      }
      if (part.file.truncated) throw photoTooLarge();
    }
  } catch (error) {
    // What the parser of forms says about a broken one has neither a code nor a status.
    const known = error as { code?: string; statusCode?: number };
    if (error instanceof Problem || known.code || known.statusCode) throw error;
    throw damagedForm();
  }
  if (!isThere) throw noPhoto();
  const photo = visit.photo();
  if (!imageKindOf(Buffer.from(photo.subarray(0, headBytes)))) throw notAPicture();
  return photo;
}
