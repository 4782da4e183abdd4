/** What the API answers. The contract is the server's `/api/openapi.json`. */
export type Page<T> = { items: T[]; nextCursor: string | null };

export type MediaVariant = {
  url: string;
  width: number;
  height: number;
  type: "image/avif" | "image/webp" | "image/jpeg";
};

export type Media = {
  id: string;
  url: string;
  width: number;
  height: number;
  alt: string;
  /** ThumbHash, base64. */
  placeholder: string;
  variants: MediaVariant[];
};

export type Relationship = {
  following: boolean;
  followedBy: boolean;
  blocking: boolean;
  muting: boolean;
  requested: boolean;
};

export type ProfileLink = { label: string; url: string };

export type Account = {
  id: string;
  handle: string;
  displayName: string;
  bio: string;
  avatar: Media | null;
  header: Media | null;
  links: ProfileLink[];
  isPrivate: boolean;
  counts: { posts: number; followers: number; following: number };
  createdAt: string;
  relationship: Relationship | null;
};

export type Visibility = "public" | "followers";

export type PostCounts = { likes: number; comments: number; bookmarks: number; views: number };

export type Post = {
  id: string;
  kind: "note" | "comment" | "project" | "review";
  author: Account;
  text: string;
  html: string;
  tags: string[];
  media: Media[];
  counts: PostCounts;
  viewer: { liked: boolean; bookmarked: boolean; hidden: boolean } | null;
  parentId: string | null;
  rootId: string | null;
  visibility: Visibility;
  createdAt: string;
  editedAt: string | null;
};

export type PostEdit = { text: string; html: string; media: Media[]; writtenAt: string };

export type TagCount = { tag: string; count: number };
export type TagInfo = TagCount & { following: boolean };

export type Theme = "auto" | "light" | "dark";
export type Locale = "ko" | "en";

export type Settings = { locale?: Locale; theme?: "light" | "dark" | "system"; shortcuts?: boolean };

export type Me = {
  account: Account;
  email: string;
  settings: Settings;
};

export type Instance = {
  name: string;
  description: string;
  spaces: string[];
  registrations: "open" | "closed";
  demoLogin?: { login: string; password: string } | null;
};

export type Session = {
  id: string;
  userAgent: string;
  ip: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
};

export type Interest = {
  id: string;
  name: { ko: string; en: string };
  tags: string[];
  accounts: Account[];
};
