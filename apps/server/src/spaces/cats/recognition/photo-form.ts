import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { invalid, Problem } from "../../../platform/http/problem.ts";
import { uploadBytes } from "../../../platform/http/server.ts";
import { headBytes, imageKindOf } from "../../../platform/media/image-kind.ts";
import { damagedForm, noPhoto, notAPicture, photoTooLarge } from "./faults.ts";
import type { Visit } from "./waiting-room.ts";

export type Photo = Uint8Array<ArrayBuffer>;
type Part = MultipartFile | { type: "field"; fieldname: string };

/** The form around a photo, its boundaries and headers. */
const formBytes = 64 * 1024;

/** The photo of a form, kept in memory only. Refuses everything that is not one picture under `file`. */
export async function readPhoto(request: FastifyRequest, visit: Visit): Promise<Photo> {
  if (!request.isMultipart())
    throw new Problem(415, "unsupported-media-type", "Send the photo as multipart/form-data.");
  if (Number(request.headers["content-length"]) > uploadBytes + formBytes) throw photoTooLarge();
  let photo: Photo | undefined;
  try {
    for await (const part of request.parts() as AsyncIterable<Part>) {
      if (part.type === "field") throw invalid(part.fieldname, "is not a field of this request");
      if (part.fieldname !== "file" || photo) {
        part.file.resume();
        throw invalid(part.fieldname, "is not a file of this request");
      }
      photo = await collect(part.file, visit);
      if (part.file.truncated) throw photoTooLarge();
    }
  } catch (error) {
    // What the parser of forms says about a broken one has neither a code nor a status.
    const known = error as { code?: string; statusCode?: number };
    if (error instanceof Problem || known.code || known.statusCode) throw error;
    throw damagedForm();
  }
  if (!photo) throw noPhoto();
  if (!imageKindOf(Buffer.from(photo.buffer, 0, Math.min(headBytes, photo.length)))) throw notAPicture();
  return photo;
}

/** One piece of memory that grows, so that nothing is left over for the collector. */
async function collect(content: AsyncIterable<Buffer>, visit: Visit): Promise<Photo> {
  let memory = new ArrayBuffer(256 * 1024);
  let length = 0;
  for await (const chunk of content) {
    visit.carry(chunk.length);
    const needed = length + chunk.length;
    if (needed > memory.byteLength) memory = memory.transfer(Math.max(needed, memory.byteLength * 2));
    new Uint8Array(memory, length).set(chunk);
    length = needed;
  }
  return new Uint8Array(memory, 0, length);
}
