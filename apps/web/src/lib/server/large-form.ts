import type { IncomingMessage } from "node:http";
import { error, type RequestEvent } from "@sveltejs/kit";

/** What pages take otherwise; adapter-node leaves anything larger unread. */
const usual = 512 * 1024;

/** A form with files, up to `most` bytes. Call it for people who are signed in only: all of it is held in memory. */
export async function largeForm({ request, platform }: RequestEvent, most: number): Promise<FormData> {
  const length = Number(request.headers.get("content-length"));
  const raw = platform?.req;
  if (!raw || !(length > usual)) return request.formData();
  if (length > most) error(413);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  return new Response(await bytesOf(raw, length), { headers }).formData();
}

async function bytesOf(raw: IncomingMessage, length: number) {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of raw as AsyncIterable<Uint8Array>) {
    if (at + chunk.length > length) error(413);
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
