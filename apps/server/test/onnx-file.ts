/** Writes ONNX files by hand, as far as a test needs it: protocol buffers of whole numbers, texts and messages within messages. */
type Field = [number: number, value: number | string | Buffer];

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}

const message = (...fields: Field[]): Buffer =>
  Buffer.concat(
    fields.flatMap(([number, value]) => {
      if (typeof value === "number") return [varint(number * 8), varint(value)];
      const bytes = Buffer.from(value);
      return [varint(number * 8 + 2), varint(bytes.length), bytes];
    }),
  );

const floats = 1;

/** A value's name, and its sizes; a text is a size that is free. */
const value = (name: string, sizes: (number | string)[]): Buffer => {
  const shape = message(
    ...sizes.map((size): Field => [1, message(typeof size === "number" ? [1, size] : [2, size])]),
  );
  return message([1, name], [2, message([1, message([1, floats], [2, shape])])]);
};

const weights = (name: string, sizes: number[], numbers: number[]): Buffer =>
  message(
    ...sizes.map((size): Field => [1, size]),
    [2, floats],
    [8, name],
    [9, Buffer.from(Float32Array.from(numbers).buffer)],
  );

const ints = (name: string, numbers: number[]): Field => [
  5,
  message([1, name], ...numbers.map((number): Field => [8, number]), [20, 7]),
];

const node = (kind: string, inputs: string[], output: string, ...attributes: Field[]): Buffer =>
  message(...inputs.map((input): Field => [1, input]), [2, output], [4, kind], ...attributes);

export interface Linear {
  input: string;
  output: string;
  size: number;
  /** For each output, a number for each channel's four quarters: red's upper left, upper right, lower left, lower right, green's … */
  weights: number[][];
  bias: number[];
}

/** A model that knows a picture by the mean colours of its quarters. */
export function linearModel({ input, output, size, weights: rows, bias }: Linear): Buffer {
  const graph = message(
    [
      1,
      node(
        "AveragePool",
        [input],
        "quarters",
        ints("kernel_shape", [size / 2, size / 2]),
        ints("strides", [size / 2, size / 2]),
      ),
    ],
    [1, node("Flatten", ["quarters"], "flat")],
    [1, node("Gemm", ["flat", "weights", "bias"], output)],
    [2, "quarters"],
    [
      5,
      weights(
        "weights",
        [12, rows.length],
        Array.from({ length: 12 }, (_, at) => rows.map((row) => row[at]!)).flat(),
      ),
    ],
    [5, weights("bias", [rows.length], bias)],
    [11, value(input, ["n", 3, size, size])],
    [12, value(output, ["n", rows.length])],
  );
  return message([1, 8], [7, graph], [8, message([1, ""], [2, 13])]);
}
