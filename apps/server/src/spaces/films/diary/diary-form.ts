import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { invalid, Problem } from "../../../platform/http/problem.ts";
import { BrokenFile } from "../import/files/broken-file.ts";
import { type Diary, readDiary } from "./diary-csv.ts";

type Part = MultipartFile | { type: "field"; fieldname: string };

/** A diary of 10,000 films has some 2 MB. */
const mostBytes = 5_000_000;
const tooLarge = () => new Problem(413, "too-large", "The file has 5 MB at the most.");

/** The diary of a form: one file under `file`. */
export async function readDiaryForm(request: FastifyRequest): Promise<Diary> {
  if (!request.isMultipart())
    throw new Problem(415, "unsupported-media-type", "Send the file as multipart/form-data.");
  let file: { name: string; content: Buffer } | undefined;
  try {
    for await (const part of request.parts({ limits: { fileSize: mostBytes } }) as AsyncIterable<Part>) {
      if (part.type === "field") throw invalid(part.fieldname, "is not a field of this request");
      if (part.fieldname !== "file" || file) {
        part.file.resume();
        throw invalid(part.fieldname, "is not a file of this request");
      }
      const chunks: Buffer[] = [];
      for await (const chunk of part.file) chunks.push(chunk as Buffer);
      if (part.file.truncated) throw tooLarge();
      file = { name: part.filename ?? "file.csv", content: Buffer.concat(chunks) };
    }
  } catch (error) {
    // What the parser of forms says about a broken one has neither a code nor a status.
    const known = error as { code?: string; statusCode?: number };
    if (error instanceof Problem || known.code || known.statusCode) throw error;
    throw new Problem(400, "invalid-form", "The form is damaged or incomplete.");
  }
  if (!file) throw invalid("file", "is missing");
  return readDiary(file.name, file.content).catch((error: unknown) => {
    throw error instanceof BrokenFile ? invalid("file", error.message, "not-a-diary") : error;
  });
}
