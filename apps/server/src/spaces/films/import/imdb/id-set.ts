const bits = 16;

/** Numbers, in one bit each where many lie close together: tens of millions fit into some megabytes. */
export function createIdSet() {
  const pages = new Map<number, Uint32Array>();
  const pageOf = (id: number) => Math.floor(id / 2 ** bits);
  const placeOf = (id: number) => id % 2 ** bits;
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(id: number): void {
      let page = pages.get(pageOf(id));
      if (!page) pages.set(pageOf(id), (page = new Uint32Array(2 ** bits / 32)));
      const place = placeOf(id);
      const [word, bit] = [place >>> 5, 1 << (place & 31)];
      if ((page[word]! & bit) !== 0) return;
      page[word]! |= bit;
      size += 1;
    },
    has(id: number): boolean {
      const place = placeOf(id);
      return ((pages.get(pageOf(id))?.[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
    },
  };
}

export type IdSet = ReturnType<typeof createIdSet>;

/** The number of an id such as tt0000001; undefined when it is none. */
export function numberOf(id: string | undefined, prefix: "tt" | "nm"): number | undefined {
  if (id === undefined || !id.startsWith(prefix)) return undefined;
  const digits = id.slice(prefix.length);
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
