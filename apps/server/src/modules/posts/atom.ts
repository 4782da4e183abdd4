import { Feed } from "feed";
import { titleIn } from "./post-forms.ts";
import { escapeHtml } from "./render-text.ts";
import type { Post } from "./schemas.ts";
import type { SiteLinks } from "./site-links.ts";

export interface AtomFeed {
  title: string;
  /** The address of the page that the feed follows, and its own. */
  page: string;
  self: string;
}

const titleLength = 80;

/** The title of a post, or its beginning, as one line. */
export function titleOf(post: Post): string {
  const { text, author } = post;
  const line = (titleIn(post) ?? text).replace(/\s+/gu, " ").trim();
  const characters = [...line];
  if (characters.length === 0) return author.displayName;
  return characters.length > titleLength ? `${characters.slice(0, titleLength - 1).join("")}…` : line;
}

/** An Atom document of posts that everybody may see, newest first. */
export function toAtom({ title, page, self }: AtomFeed, posts: readonly Post[], links: SiteLinks): string {
  const newest = posts
    .map((post) => post.editedAt ?? post.createdAt)
    .sort()
    .at(-1);
  const feed = new Feed({
    title: plain(title),
    id: page,
    link: page,
    feedLinks: { atom: self },
    updated: new Date(newest ?? "2024-01-01T00:00:00Z"),
    generator: "Maru",
  });
  for (const post of posts) {
    const link = links.post(post.id);
    feed.addItem({
      id: link,
      link,
      // Readers take titles for HTML.
      title: escapeHtml(plain(titleOf(post))),
      content: links.absolute(post.html) + post.media.map((media) => imageOf(media, links)).join(""),
      author: [{ name: plain(post.author.displayName), link: links.person(post.author.handle) }],
      date: new Date(post.editedAt ?? post.createdAt),
      published: new Date(post.createdAt),
      category: post.tags.map((tag) => ({ term: tag, scheme: links.tag(tag) })),
    });
  }
  return feed.atom1();
}

function imageOf({ url, alt, width, height }: Post["media"][number], links: SiteLinks): string {
  return `<p><img src="${escapeHtml(links.url(url))}" alt="${escapeHtml(plain(alt))}" width="${width}" height="${height}"></p>`;
}

/** Without what XML cannot hold. */
function plain(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, "");
}
