import { type Static, Type } from "typebox";

/** The card of a breed model: ml/CARD.md says what each field means. The same as ml/card.schema.json, which a test holds it to. */
const Probability = Type.Number({ minimum: 0, maximum: 1 });
const Channels = Type.Array(Type.Number(), { minItems: 3, maxItems: 3 });
const Words = Type.String({ minLength: 1 });

const Label = Type.Object({
  id: Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }),
  kind: Type.Unsafe<"breed" | "ordinary" | "not-cat">({ enum: ["breed", "ordinary", "not-cat"] }),
  name: Type.Object({ ko: Words, en: Words }),
});

export const CardSchema = Type.Object({
  format: Type.Literal(1),
  name: Words,
  version: Words,
  model: Type.String({ pattern: "^[A-Za-z0-9_-][A-Za-z0-9._-]*\\.onnx$" }),
  sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  labels: Type.Array(Label, { minItems: 2 }),
  input: Type.Object({
    name: Words,
    size: Type.Integer({ minimum: 32, maximum: 512 }),
    colour: Type.Literal("rgb"),
    mean: Channels,
    deviation: Channels,
    resize: Type.Object({
      rule: Type.Unsafe<"cover" | "contain" | "stretch">({ enum: ["cover", "contain", "stretch"] }),
      kernel: Type.Literal("linear"),
    }),
    flip: Type.Boolean(),
  }),
  output: Type.Object({ name: Words }),
  temperature: Type.Number({ exclusiveMinimum: 0 }),
  thresholds: Type.Object({ cat: Type.Object({ breed: Probability }), notCat: Probability }),
  metrics: Type.Array(Type.Object({ measured: Type.String() }, { additionalProperties: Type.Number() })),
  licence: Words,
  attribution: Type.Array(Type.String(), { minItems: 1 }),
  limits: Type.Array(Type.String(), { minItems: 1 }),
  check: Type.Object({
    input: Type.Literal("stripes"),
    logits: Type.Array(Type.Number(), { minItems: 2 }),
    tolerance: Type.Number({ exclusiveMinimum: 0 }),
  }),
});

export type Card = Static<typeof CardSchema>;
export type Label = Static<typeof Label>;
