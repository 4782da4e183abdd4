export interface ModelPost {
  id: string;
  author: number;
  parent: ModelPost | null;
  root: ModelPost | null;
  visibility: "public" | "followers";
  hidden: boolean;
  gone: boolean;
}

export type Model = ReturnType<typeof createModel>;

/** What posts and people on the site should be, kept in the simplest way. People are numbers; marks and pairs are "one other". */
export function createModel() {
  const posts: ModelPost[] = [];
  const follows = new Set<string>();
  const blocks = new Set<string>();

  function seesAlone(reader: number | null, { author, hidden, visibility }: ModelPost): boolean {
    if (reader === author) return true;
    if (hidden) return false;
    if (reader === null) return visibility === "public";
    if (blocks.has(`${reader} ${author}`) || blocks.has(`${author} ${reader}`)) return false;
    return visibility === "public" || follows.has(`${reader} ${author}`);
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
    follows,
    blocks,
    likes: new Set<string>(),
    bookmarks: new Set<string>(),
    sees,
    mayAnswer: (reader: number, post: ModelPost) =>
      sees(reader, post) && (post.root === null || sees(reader, post.root)),
    remove,
  };
}
