import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Outgoing } from "./item.ts";

interface Kept extends DBSchema {
  outgoing: { key: number; value: Outgoing; indexes: { clientId: string } };
}

export type OutboxStore = {
  /** All of them, in the order in which they were written. */
  all: () => Promise<Outgoing[]>;
  add: (item: Outgoing) => Promise<void>;
  /** Changes one that is still there; what was sent meanwhile stays gone. */
  change: (clientId: string, change: Partial<Outgoing>) => Promise<void>;
  remove: (clientId: string) => Promise<void>;
};

/** Survives a reload, a crash and a day without a connection. */
export async function openStore(): Promise<OutboxStore> {
  try {
    return storeIn(
      await openDB<Kept>("maru-outbox", 1, {
        upgrade(db) {
          db.createObjectStore("outgoing", { autoIncrement: true }).createIndex("clientId", "clientId", {
            unique: true,
          });
        },
      }),
    );
  } catch {
    // A browser that keeps nothing, as some do in private windows, still sends while the page is open.
    return memoryStore();
  }
}

function storeIn(db: IDBPDatabase<Kept>): OutboxStore {
  // What the device has no room for, such as large photos, is at least sent while the page is open.
  const unkept = memoryStore();
  const find = async (clientId: string) => {
    const { store, done } = db.transaction("outgoing", "readwrite");
    return { at: await store.index("clientId").openCursor(clientId), done };
  };
  return {
    all: async () => [...(await db.getAll("outgoing")), ...(await unkept.all())],
    async add(item) {
      await db.add("outgoing", item).catch(() => unkept.add(item));
    },
    async change(clientId, change) {
      const { at, done } = await find(clientId);
      await at?.update({ ...at.value, ...change });
      await done;
      await unkept.change(clientId, change);
    },
    async remove(clientId) {
      const { at, done } = await find(clientId);
      await at?.delete();
      await done;
      await unkept.remove(clientId);
    },
  };
}

function memoryStore(): OutboxStore {
  const items = new Map<string, Outgoing>();
  return {
    all: async () => [...items.values()],
    add: async (item) => void items.set(item.clientId, item),
    async change(clientId, change) {
      const item = items.get(clientId);
      if (item) items.set(clientId, { ...item, ...change });
    },
    remove: async (clientId) => void items.delete(clientId),
  };
}
