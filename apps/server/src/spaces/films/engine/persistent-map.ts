import type { Lookup } from "./state.ts";

/**
 * A map that is a value: `with` answers another one, which shares all but a few nodes with this one. A hash trie with 32
 * children a node; reading and changing take some five steps at a million keys.
 */
export interface PersistentMap<V> extends Lookup<V>, Iterable<[string, V]> {
  with(key: string, value: V): PersistentMap<V>;
}

interface Leaf<V> {
  readonly hash: number;
  readonly key: string;
  readonly value: V;
  /** Another key with the same hash. */
  readonly next: Leaf<V> | undefined;
}

interface Branch<V> {
  /** Which of the 32 children there are; they lie packed. */
  readonly bits: number;
  readonly children: readonly Node<V>[];
}

type Node<V> = Leaf<V> | Branch<V>;

const isBranch = <V>(node: Node<V>): node is Branch<V> => "children" in node;

export const emptyMap = <V>(): PersistentMap<V> => wrap<V>({ bits: 0, children: [] });

function wrap<V>(root: Branch<V>): PersistentMap<V> {
  return {
    get: (key) => find(root, key),
    with: (key, value) => wrap(put(root, 0, { hash: hashOf(key), key, value, next: undefined }) as Branch<V>),
    [Symbol.iterator]: () => walk(root),
  };
}

function find<V>(root: Branch<V>, key: string): V | undefined {
  const hash = hashOf(key);
  let node: Node<V> | undefined = root;
  for (let shift = 0; node !== undefined && isBranch(node); shift += 5) {
    const bit = 1 << ((hash >>> shift) & 31);
    node = node.bits & bit ? node.children[placeOf(node.bits, bit)] : undefined;
  }
  for (let leaf = node; leaf !== undefined; leaf = leaf.next) if (leaf.key === key) return leaf.value;
  return undefined;
}

function put<V>(node: Node<V>, shift: number, leaf: Leaf<V>): Node<V> {
  if (!isBranch(node)) {
    if (node.hash === leaf.hash) return chain(node, leaf);
    const bit = 1 << ((node.hash >>> shift) & 31);
    return put({ bits: bit, children: [node] }, shift, leaf);
  }
  const bit = 1 << ((leaf.hash >>> shift) & 31);
  const place = placeOf(node.bits, bit);
  const children = node.children.slice();
  if (node.bits & bit) children[place] = put(children[place]!, shift + 5, leaf);
  else children.splice(place, 0, leaf);
  return { bits: node.bits | bit, children };
}

/** Leaves of one hash, the latest first, each key once. */
function chain<V>(present: Leaf<V>, leaf: Leaf<V>): Leaf<V> {
  let rest: Leaf<V> | undefined;
  for (let other: Leaf<V> | undefined = present; other !== undefined; other = other.next)
    if (other.key !== leaf.key) rest = { ...other, next: rest };
  return { ...leaf, next: rest };
}

function* walk<V>(node: Node<V>): Generator<[string, V]> {
  if (isBranch(node)) for (const child of node.children) yield* walk(child);
  else for (let leaf: Leaf<V> | undefined = node; leaf; leaf = leaf.next) yield [leaf.key, leaf.value];
}

/** How many children come before that of `bit`: ones are counted in pairs, in fours, then all at once. */
function placeOf(bits: number, bit: number): number {
  let x = bits & (bit - 1);
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** FNV-1a, with its bits mixed once more since the trie reads the low ones first. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}
