import { type Static, Type } from "typebox";
import { Choice } from "../../../platform/http/schemas.ts";
import type { Card } from "./card-schema.ts";
import type { Judgement } from "./verdict.ts";

export const RecognizedBreed = Type.Object({
  breed: Type.String({ description: "As in GET /cats/breeds." }),
  name: Type.Object({ ko: Type.String(), en: Type.String() }),
  confidence: Type.Number({
    minimum: 0,
    maximum: 1,
    description:
      "How often the model is right when it says this; what is missing to 1 over all breeds is for cats of no breed.",
  }),
});

export const RecognitionAnswer = Type.Object(
  {
    verdict: Choice("cat", "unsure", "not-a-cat"),
    candidates: Type.Array(RecognizedBreed, {
      maxItems: 5,
      description: "The likeliest breed first; none when it is not a cat.",
    }),
    model: Type.String({ description: "Name and version of the model." }),
    milliseconds: Type.Integer({ description: "How long it took, from the whole photo to the answer." }),
  },
  { $id: "RecognitionAnswer" },
);
export type RecognitionAnswer = Static<typeof RecognitionAnswer>;

export function present(
  { verdict, candidates }: Judgement,
  { name, version }: Card,
): Omit<RecognitionAnswer, "milliseconds"> {
  return {
    verdict,
    candidates: candidates.map(({ label, confidence }) => ({
      breed: label.id,
      name: label.name,
      confidence: Math.round(confidence * 10_000) / 10_000,
    })),
    model: `${name} ${version}`,
  };
}
