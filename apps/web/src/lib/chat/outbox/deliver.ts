import { api } from "#lib/api/browser.ts";
import { offline } from "#lib/api/client.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import type { Media } from "#lib/api/types.ts";
import { uploadPhoto } from "#lib/composer/upload.ts";
import { askSocket } from "#lib/live/socket.ts";
import { chatCalls } from "../calls.ts";
import type { Message } from "../types.ts";
import type { Outgoing } from "./item.ts";

type Acknowledged =
  | { message: Message }
  | { error: string; title: string; status: number; retryAfter?: number };

type Notes = {
  /** How far the photos are, 0 to 1. */
  onprogress: (share: number) => void;
  /** A photo is up: it must not be sent again after a reload. */
  onuploaded: (photos: Outgoing["photos"]) => Promise<void>;
};

async function uploaded(item: Outgoing, { onprogress, onuploaded }: Notes): Promise<Media[]> {
  const photos = [...item.photos];
  for (const [index, { file, alt, media }] of photos.entries()) {
    if (media) continue;
    const tell = (share: number) => onprogress((index + share) / photos.length);
    const fresh = await uploadPhoto(file, alt, tell, new AbortController().signal);
    photos[index] = { file, alt, media: fresh };
    await onuploaded([...photos]);
  }
  return photos.flatMap(({ media }) => media ?? []);
}

/** Over the live connection where there is one, else over HTTP: the client's id makes either harmless twice. */
export async function deliver(item: Outgoing, notes: Notes): Promise<Message> {
  if (!navigator.onLine) throw offline();
  const { chatId, clientId, text, replyTo } = item;
  const mediaIds = (await uploaded(item, notes)).map(({ id }) => id);
  const body = {
    clientId,
    ...(text && { text }),
    ...(mediaIds.length > 0 && { mediaIds }),
    ...(replyTo && { replyTo: replyTo.seq }),
  };
  const said = (await askSocket("message", { chatId, ...body })) as Acknowledged | undefined;
  if (!said) return chatCalls(api).send(chatId, body);
  if ("message" in said) return said.message;
  const { error: slug, title, status, retryAfter } = said;
  throw new ApiProblem({ slug, title, status, retryAfter: retryAfter ?? null });
}
