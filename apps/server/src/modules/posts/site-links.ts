import type { FastifyRequest } from "fastify";

/** The addresses of the site's pages, for readers outside of it. */
export interface SiteLinks {
  origin: string;
  post(id: string): string;
  person(handle: string): string;
  tag(tag: string): string;
  /** The HTML of a post with absolute links. */
  absolute(html: string): string;
  url(path: string): string;
}

/** `origin` is the public address where the operator has set one; else the one that was asked. */
export function siteLinks(origin: string | undefined, request: FastifyRequest): SiteLinks {
  const base = origin === undefined ? `${request.protocol}://${request.host}` : new URL(origin).origin;
  return {
    origin: base,
    post: (id) => `${base}/posts/${id}`,
    person: (handle) => `${base}/@${handle}`,
    tag: (tag) => `${base}/tags/${encodeURIComponent(tag)}`,
    // Text is escaped, so that this stands only where we have put it.
    absolute: (html) => html.replaceAll('<a href="/', `<a href="${base}/`),
    url: (path) => new URL(path, base).href,
  };
}
