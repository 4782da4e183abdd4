import { api } from "#lib/api/browser.ts";
import type { Page, Post } from "#lib/api/types.ts";

const shown = 4;

/** The newest posts of what is chosen; each list is asked for once. */
export function createPreview() {
  const lists = new Map<string, Promise<Post[]>>();
  let posts = $state.raw<Post[]>([]);
  let asked = 0;

  function listOf(path: string) {
    let list = lists.get(path);
    if (!list) {
      list = api
        .get<Page<Post>>(path, { limit: 2 })
        .then((page) => page.items)
        .catch(() => []);
      lists.set(path, list);
    }
    return list;
  }

  async function show(tags: string[], handles: string[]) {
    const turn = ++asked;
    const found = await Promise.all([
      ...tags.map((tag) => listOf(`/feeds/tags/${encodeURIComponent(tag)}`)),
      ...handles.map((handle) => listOf(`/accounts/${handle}/posts`)),
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
