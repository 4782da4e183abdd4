export interface ModelPost {
  id: string;
  author: number;
  parent: ModelPost | null;
  root: ModelPost | null;
  text: string;
  visibility: "public" | "followers";
  hidden: boolean;
  gone: boolean;
}

export type Model = ReturnType<typeof createModel>;

/** What posts and people on the site should be, kept in the simplest way. People are numbers; marks and pairs are "one other". */
export function createModel() {
  const posts: ModelPost[] = [];
  const follows = new Set<string>();
  const requests = new Set<string>();
  const blocks = new Set<string>();
  const closed = new Set<number>();

  function seesAlone(reader: number | null, { author, hidden, visibility }: ModelPost): boolean {
    if (reader === author) return true;
    if (hidden) return false;
    const needsFollow = visibility === "followers" || closed.has(author);
    if (reader === null) return !needsFollow;
    if (blocks.has(`${reader} ${author}`) || blocks.has(`${author} ${reader}`)) return false;
    return !needsFollow || follows.has(`${reader} ${author}`);
  }

  /** Following a closed account asks first; whoever is followed already stays so. */
  function follow(who: number, other: number): void {
    const pair = `${who} ${other}`;
    if (!follows.has(pair)) (closed.has(other) ? requests : follows).add(pair);
  }

  /** Opening lets in everybody who asked. */
  function close(who: number, wanted: boolean): void {
    if (wanted) closed.add(who);
    else closed.delete(who);
    if (wanted) return;
    for (const pair of [...requests].filter((one) => one.endsWith(` ${who}`))) {
      requests.delete(pair);
      follows.add(pair);
    }
  }

  function unfollow(pair: string): void {
    follows.delete(pair);
    requests.delete(pair);
  }

  /** Whether a person (null: someone signed out) may see a post. */
  function sees(reader: number | null, post: ModelPost): boolean {
    if (post.gone || !seesAlone(reader, post)) return false;
    return post.root === null || reader === post.author || seesAlone(reader, post.root);
  }

  function remove(post: ModelPost): void {
    post.gone = true;
    for (const other of posts) if (other.parent === post && !other.gone) remove(other);
  }

  return {
    posts,
    follow,
    unfollow,
    close,
    closed,
    blocks,
    likes: new Set<string>(),
    bookmarks: new Set<string>(),
    sees,
    mayAnswer: (reader: number, post: ModelPost) =>
      sees(reader, post) && (post.root === null || sees(reader, post.root)),
    remove,
  };
}
