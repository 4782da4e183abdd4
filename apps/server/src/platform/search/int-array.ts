const header = 20;
const int4 = 23;

/** Numbers as PostgreSQL's own form of `integer[]`: several times cheaper to write and to read than text. */
export function intArray(numbers: readonly number[] | Int32Array): Buffer {
  if (numbers.length === 0) {
    const empty = Buffer.alloc(12);
    empty.writeInt32BE(int4, 8);
    return empty;
  }
  const bytes = Buffer.allocUnsafe(header + numbers.length * 8);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(0, 4);
  bytes.writeInt32BE(int4, 8);
  bytes.writeInt32BE(numbers.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = header;
  for (let index = 0; index < numbers.length; index++) {
    bytes.writeInt32BE(4, at);
    bytes.writeInt32BE(numbers[index]!, at + 4);
    at += 8;
  }
  return bytes;
}
