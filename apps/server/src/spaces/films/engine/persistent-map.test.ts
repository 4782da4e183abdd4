import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyMap } from "./persistent-map.ts";

test("holds what a Map holds, and each earlier version what it held", () => {
  // Two of these have one hash: what the trie cannot tell apart lies in a chain.
  const key = fc.oneof(fc.string(), fc.nat(2000).map(String), fc.constantFrom(...collisions()));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 400 }), (entries) => {
      const model = new Map<string, number>();
      let map = emptyMap<number>();
      const versions: [typeof map, Map<string, number>][] = [];
      for (const [name, value] of entries) {
        versions.push([map, new Map(model)]);
        map = map.with(name, value);
        model.set(name, value);
      }
      versions.push([map, model]);
      for (const [version, then] of versions.filter(
        (_, index) => index % 50 === 0 || index === entries.length,
      )) {
        expect(new Map(version)).toEqual(then);
        for (const name of [...model.keys(), "absent"]) expect(version.get(name)).toBe(then.get(name));
      }
    }),
  );
});

/** Keys with the same FNV-1a hash, found by trying. */
function collisions(): string[] {
  const seen = new Map<number, string>();
  for (let index = 0; ; index++) {
    const name = `k${index}`;
    let hash = 0x811c9dc5;
    for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    hash = (hash ^ (hash >>> 15)) | 0;
    const other = seen.get(hash);
    if (other !== undefined) return [other, name];
    seen.set(hash, name);
  }
}
