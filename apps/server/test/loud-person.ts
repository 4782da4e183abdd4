import { givenCat } from "./cats.ts";
import { givenChat, opened, sent } from "./chats.ts";
import { givenProject } from "./projects.ts";
import type { Person, TestServer } from "./test-server.ts";

/** Somebody with something of every kind, with a word in it that nobody else writes; a follower of theirs, and a stranger. */
export async function loudPerson(server: TestServer, word: string) {
  const { as, given, settle } = server;
  const [loud, friend, stranger] = [await given.person(), await given.person(), await given.person()];
  await as(loud).patch("/me", { displayName: word });
  await given.follow(friend, loud);
  await given.follow(loud, friend);
  await given.follow(loud, stranger);
  const post = await given.post(loud, `${word} #달빛길`);
  const theirs = await given.post(stranger, "낯선 글");
  const comment = (await as(loud).post(`/posts/${theirs.id}/comments`, { text: `${word} 댓글` })).json<{
    id: string;
  }>();
  await given.post(loud, `${word} @${stranger.handle}`);
  await as(loud).put(`/posts/${theirs.id}/like`);
  const cat = await givenCat(server, loud, { name: word });
  // For those who follow them.
  const quiet = await givenCat(server, loud, { name: `${word} 몰래`, private: true });
  const project = await givenProject(server, loud, { title: word });
  const direct = await opened(server, friend, { with: loud.handle, kind: "direct" });
  await sent(server, loud, direct.id, `${word} 안녕`);
  const coffee = await givenChat(server, loud, stranger);
  await sent(server, loud, coffee.id, `${word} 커피`);
  await settle();
  const paths = [
    `/accounts/${loud.handle}`,
    `/accounts/${loud.handle}/posts`,
    `/accounts/${loud.handle}/followers`,
    `/accounts/${loud.handle}/cats`,
    `/accounts/${loud.handle}/projects`,
    `/posts/${post.id}`,
    `/posts/${post.id}/likes`,
    `/posts/${comment.id}`,
    `/posts/${theirs.id}/comments`,
    `/posts/${theirs.id}/likes`,
    `/accounts/${friend.handle}/followers`,
    `/accounts/${friend.handle}/following`,
    `/accounts?query=${loud.handle}`,
    "/accounts?limit=50",
    "/feeds/explore",
    `/feeds/tags/${encodeURIComponent("달빛길")}`,
    `/search?q=${encodeURIComponent(word)}&type=posts,people,cats,projects`,
    `/search?q=${encodeURIComponent("달빛길")}&type=tags`,
    `/cats/${cat.id}`,
    `/cats/${quiet.id}`,
    "/cats",
    `/projects/${project.id}`,
    "/projects",
    `/chats/${direct.id}/messages?after=0`,
    `/chats/${coffee.id}/messages?after=0`,
    `/chats/${direct.id}`,
    `/chats/${coffee.id}`,
    "/chats",
    `/chats/search?q=${encodeURIComponent(word)}`,
    "/feeds/home",
    "/notifications",
    "/accounts/suggested",
  ];
  const readers = { friend, stranger, nobody: null };
  /** Who finds them where, as it is now. */
  async function found() {
    const all: Record<string, string> = {};
    for (const [name, reader] of Object.entries(readers))
      for (const path of paths) {
        const { statusCode, body } = await as(reader).get(path);
        all[`${name} ${path}`] = statusCode === 200 ? body : String(statusCode);
      }
    return all;
  }
  return { loud, friend, stranger, post, theirs, comment, cat, project, direct, coffee, word, found };
}

/** Where they, or something of theirs, are found. */
export const mentions = (
  found: Record<string, string>,
  { word, loud: { handle } }: { word: string; loud: Person },
) =>
  Object.entries(found)
    .filter(([, body]) => body.includes(word) || body.includes(`"${handle}"`))
    .map(([where]) => where);
/** Views are counted as they come, and a reader counts one by looking. */
export const still = (found: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(found).map(([where, body]) => [where, body.replace(/"views":\d+/g, '"views":0')]),
  );
