import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/route.ts";
import { Choice, HandleParams, Ref } from "../../platform/http/schemas.ts";
import { getPost } from "./access-post.ts";
import { type AtomFeed, toAtom } from "./atom.ts";
import type { PostDeps } from "./deps.ts";
import { type Entry, listIdsOfAuthor, listIdsOfTag } from "./list-queries.ts";
import { fillPage } from "./fill-page.ts";
import { OEmbed, postIdOf, toOEmbed } from "./oembed.ts";
import { type Post, refused, TagParams } from "./schemas.ts";
import { type SiteLinks, siteLinks } from "./site-links.ts";
import { getTag } from "./tag-routes.ts";

const tags = ["outside"];
const perFeed = 20;
const cached = "public, max-age=300";
const atom = { description: "An Atom feed.", content: { "application/atom+xml": { schema: Type.String() } } };

/** What readers outside of the site ask for: always as someone signed out sees it. */
export async function outsideRoutes(app: App, deps: PostDeps): Promise<void> {
  const { config, db, presenter, people } = deps;
  app.addSchema(OEmbed);

  async function sendAtom(
    request: FastifyRequest,
    reply: FastifyReply,
    links: SiteLinks,
    feed: Omit<AtomFeed, "self">,
    list: (limit: number, before: Id | undefined) => Promise<Entry[]>,
  ): Promise<FastifyReply> {
    const page = await fillPage(perFeed, undefined, list, (ids) => presenter.visible(ids, null));
    const posts = (await presenter.texts(page.shown, null)).map((text) => JSON.parse(text) as Post);
    const self = links.url(request.url.replace(/\?.*$/s, ""));
    const document = toAtom({ ...feed, self }, posts, links);
    const etag = `"${createHash("sha256").update(document).digest("base64url").slice(0, 22)}"`;
    reply.header("cache-control", cached).header("etag", etag);
    if (request.headers["if-none-match"]?.includes(etag)) return reply.code(304).send();
    return reply.type("application/atom+xml; charset=utf-8").send(document);
  }

  app.get(
    "/api/v1/accounts/:handle/feed.atom",
    {
      config: { policy: "public" },
      schema: {
        operationId: "feedOfAccount",
        tags,
        params: HandleParams,
        response: { 200: atom, 304: Type.Null({ description: "It has not changed." }) },
      },
    },
    async (request, reply) => {
      const id = await people.presenter.getId(request.params.handle, null);
      const account = await people.accounts.get(id);
      if (!account) throw notFound();
      const links = siteLinks(config.origin, request);
      const feed = {
        title: `${account.displayName} (@${account.handle})`,
        page: links.person(account.handle),
      };
      const author = { id, comments: false, hidden: false };
      return sendAtom(request, reply, links, feed, (limit, before) =>
        listIdsOfAuthor(db, author, limit, before),
      );
    },
  );

  app.get(
    "/api/v1/tags/:tag/feed.atom",
    {
      config: { policy: "public" },
      schema: {
        operationId: "feedOfTag",
        tags,
        params: TagParams,
        response: { 200: atom, 304: Type.Null({ description: "It has not changed." }) },
      },
    },
    async (request, reply) => {
      const tag = getTag(request.params.tag);
      const links = siteLinks(config.origin, request);
      const feed = { title: `#${tag} · ${config.siteName}`, page: links.tag(tag) };
      return sendAtom(request, reply, links, feed, (limit, before) => listIdsOfTag(db, tag, limit, before));
    },
  );

  app.get(
    "/api/v1/oembed",
    {
      config: { policy: "public" },
      schema: {
        operationId: "oembed",
        tags,
        querystring: Type.Object(
          {
            url: Type.String({ minLength: 1, maxLength: 2000 }),
            format: Type.Optional(Choice("json", "xml")),
            maxwidth: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
            maxheight: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
          },
          // Readers send more than the standard has: WordPress its "dnt=1".
          { additionalProperties: true },
        ),
        response: {
          200: Ref(OEmbed),
          404: refused("This is no address of a post that everybody may see."),
          501: refused("XML, which the standard lets a site leave out."),
        },
      },
    },
    async (request, reply) => {
      if (request.query.format === "xml") throw new Problem(501, "format", "Only JSON is answered here.");
      const links = siteLinks(config.origin, request);
      const id = postIdOf(request.query.url, links);
      if (id === undefined) throw notFound();
      const post = await getPost(presenter, id, null);
      const [text] = await presenter.texts([post], null);
      reply.header("cache-control", cached);
      return toOEmbed(JSON.parse(text!) as Post, links, config.siteName, request.query.maxwidth);
    },
  );
}
