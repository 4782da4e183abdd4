import type { Instance, Me } from "#lib/api/types.ts";
import type { Api } from "#lib/api/client.ts";

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** Names the failure in the server's log, so that people can report it. */
      reference?: string;
      /** Seconds to wait, where it was asked too often. */
      retryAfter?: number;
    }
    interface Locals {
      api: Api;
      me: Me | null;
      instance: Instance;
      locale: "ko" | "en";
      theme: "light" | "dark" | "auto";
      /** What people type to come here, e.g. https://maru.example; for links that leave the site. */
      origin: string;
    }
    interface PageData {
      me: Me | null;
      instance: Instance;
      locale: "ko" | "en";
      theme: "light" | "dark" | "auto";
      origin: string;
      /** How many notifications are new. */
      unread?: number;
      /** In how many chats there is something new, and how many requests wait. */
      unreadChats?: import("#lib/live/unread-chats.svelte.ts").UnreadChats;
      /** For those who run the site: what waits for a decision. */
      waiting?: import("@maru/api-client").Answer<"get", "/moderation/waiting"> | null;
      /** No right rail: the page takes its room. */
      wide?: boolean;
      /** No bottom bar, as in editors and forms. */
      withoutBar?: boolean;
      /** In the cats' space: whether photos are looked at for breeds. */
      recognition?: boolean;
      /** On the search page: what is looked for, and a day for the examples beside it. */
      wish?: import("#lib/search/query.ts").Wish;
      firstOfMonth?: string;
      /** On the explore page: who came lately, and what shows them; nothing where there is none. */
      newCats?: import("#lib/cats/types.ts").Cat[];
      NewCats?: typeof import("#lib/cats/NewCats.svelte").default | null;
    }
    interface PageState {
      composer?: "post";
      photo?: number;
    }
    interface Platform {
      req?: import("node:http").IncomingMessage;
    }
  }
}

export {};
