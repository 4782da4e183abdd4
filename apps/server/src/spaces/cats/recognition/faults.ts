import { invalid, Problem } from "../../../platform/http/problem.ts";
import type { Refusal } from "./recognizer.ts";

export const photoTooLarge = () => new Problem(413, "too-large", "A picture has 20 MB at the most.");
export const damagedForm = () => new Problem(400, "invalid-form", "The form is damaged or incomplete.");
export const noPhoto = () => invalid("file", "is missing");
export const notAPicture = () =>
  new Problem(415, "unsupported-image", "Pictures are JPEG, PNG, WebP, AVIF or GIF.");

export const recognitionOff = () =>
  new Problem(503, "recognition-off", "This site does not recognize breeds.");
export const recognitionAway = () =>
  new Problem(503, "recognition-away", "Breeds cannot be recognized at the moment. Everything else works.", {
    headers: { "retry-after": "60" },
  });

const refusals: Record<Refusal, readonly [slug: string, message: string]> = {
  broken: ["broken-image", "This picture is damaged or incomplete."],
  "too-large": [
    "image-too-large",
    "This picture has too many pixels: 50 million at the most, 12 million in an AVIF.",
  ],
  "too-slow": ["image-too-slow", "This picture takes too long to read."],
};

export function refusedPhoto(refusal: Refusal): Problem {
  const [slug, message] = refusals[refusal];
  return invalid("file", message, slug);
}
