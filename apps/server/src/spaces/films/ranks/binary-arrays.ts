/** PostgreSQL's arrays as it reads them itself (`array_recv`): numbers that need not be written out as text, and read again. */

type Type = { oid: number; bytes: number; put(into: Buffer, value: number, at: number): unknown };

const types = {
  // Ids are below 2^53.
  bigint: {
    oid: 20,
    bytes: 8,
    put: (into, value, at) =>
      into.writeInt32BE(Math.floor(value / 2 ** 32), at) && into.writeUInt32BE(value >>> 0, at + 4),
  },
  boolean: { oid: 16, bytes: 1, put: (into, value, at) => into.writeInt8(value, at) },
  float8: { oid: 701, bytes: 8, put: (into, value, at) => into.writeDoubleBE(value, at) },
  integer: { oid: 23, bytes: 4, put: (into, value, at) => into.writeInt32BE(value, at) },
  smallint: { oid: 21, bytes: 2, put: (into, value, at) => into.writeInt16BE(value, at) },
} satisfies Record<string, Type>;
export type BinaryType = keyof typeof types;

const headBytes = 20;

/** An array of one dimension, without nulls; of one value at the least. */
export function binaryArray(name: BinaryType, length: number, valueAt: (place: number) => number): Buffer {
  const { oid, bytes, put }: Type = types[name];
  const array = Buffer.allocUnsafe(headBytes + length * (4 + bytes));
  for (const [place, word] of [1, 0, oid, length, 1].entries()) array.writeInt32BE(word, 4 * place);
  for (let place = 0, at = headBytes; place < length; place++, at += 4 + bytes) {
    array.writeInt32BE(bytes, at);
    put(array, valueAt(place), at + 4);
  }
  return array;
}
