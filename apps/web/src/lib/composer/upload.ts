import { offline, problemFrom } from "#lib/api/client.ts";
import type { Media } from "#lib/api/types.ts";

/** Sends one photo and reports how far it is, 0 to 1; `fetch` cannot tell progress, so this is XMLHttpRequest. */
export function uploadPhoto(file: Blob, alt: string, progress: (share: number) => void, signal: AbortSignal) {
  const { promise, resolve, reject } = Promise.withResolvers<Media>();
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.set("alt", alt);
  body.set("file", file, file instanceof File ? file.name : "photo");

  request.open("POST", "/api/v1/media");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
  request.onload = () => {
    if (request.status === 201) return resolve(request.response as Media);
    const { status, statusText, response: body } = request;
    reject(problemFrom({ status, statusText, body, header: (name) => request.getResponseHeader(name) }));
  };
  request.onerror = () => reject(offline());
  signal.addEventListener("abort", () => request.abort());
  request.send(body);
  return promise;
}
