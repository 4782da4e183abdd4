import { type Static, Type } from "typebox";
import { titleOf } from "./atom.ts";
import { escapeHtml } from "./render-text.ts";
import type { Post } from "./schemas.ts";
import type { SiteLinks } from "./site-links.ts";

export const OEmbed = Type.Object(
  {
    version: Type.String(),
    type: Type.String(),
    title: Type.String(),
    author_name: Type.String(),
    author_url: Type.String(),
    provider_name: Type.String(),
    provider_url: Type.String(),
    cache_age: Type.Integer({ description: "Seconds." }),
    html: Type.String(),
    width: Type.Integer(),
    height: Type.Unsafe<null>({ type: "null" }),
    thumbnail_url: Type.Optional(Type.String()),
    thumbnail_width: Type.Optional(Type.Integer()),
    thumbnail_height: Type.Optional(Type.Integer()),
  },
  { $id: "OEmbed" },
);
export type OEmbed = Static<typeof OEmbed>;

const widest = 550;

/** The id of the post that an address of this site may be about: spaces show theirs under names of their own. */
export function postIdOf(url: string, links: SiteLinks): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin === links.origin ? /^\/[a-z]+\/([1-9][0-9]{0,15})\/?$/.exec(pathname)?.[1] : undefined;
}

export function toOEmbed(
  post: Post,
  links: SiteLinks,
  siteName: string,
  maxWidth: number | undefined,
): OEmbed {
  const { author, media, createdAt } = post;
  const link = links.post(post.id);
  const day = createdAt.slice(0, 10);
  const picture = media[0];
  return {
    version: "1.0",
    type: "rich",
    title: titleOf(post),
    author_name: author.displayName,
    author_url: links.person(author.handle),
    provider_name: siteName,
    provider_url: links.origin,
    cache_age: 300,
    html:
      `<blockquote cite="${escapeHtml(link)}">${links.absolute(post.html)}` +
      `<footer>— ${escapeHtml(author.displayName)} (@${author.handle}), <a href="${escapeHtml(link)}">${day}</a></footer></blockquote>`,
    width: Math.min(maxWidth ?? widest, widest),
    height: null,
    ...(picture && {
      thumbnail_url: links.url(picture.url),
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
  };
}
