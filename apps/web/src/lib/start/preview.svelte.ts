import { api } from "#lib/api/browser.ts";
import type { Page, Post } from "#lib/api/types.ts";

const shown = 4;

/** The newest posts of what is chosen; each list is asked for once. */
export function createPreview() {
  const lists = new Map<string, Promise<Post[]>>();
  let posts = $state.raw<Post[]>([]);
  let asked = 0;

  function listOf(name: string, read: () => Promise<Page<Post>>) {
    let list = lists.get(name);
    if (!list) {
      list = read().then(
        (page) => page.items,
        () => [],
      );
      lists.set(name, list);
    }
    return list;
  }

  async function show(tags: string[], handles: string[]) {
    const turn = ++asked;
    const found = await Promise.all([
      ...tags.map((tag) => listOf(`#${tag}`, () => api.get("/feeds/tags/{tag}", { tag, limit: 2 }))),
      ...handles.map((handle) =>
        listOf(`@${handle}`, () => api.get("/accounts/{handle}/posts", { handle, limit: 2 })),
      ),
    ]);
    if (turn !== asked) return;
    const each = new Map(found.flat().map((post) => [post.id, post]));
    posts = [...each.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, shown);
  }

  return {
    get posts() {
      return posts;
    },
    show,
  };
}
