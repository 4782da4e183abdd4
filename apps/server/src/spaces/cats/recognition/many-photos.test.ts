import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBreedModel } from "../../../../test/breed-model.ts";
import * as photos from "../../../../test/photos.ts";
import { type RecognitionApp, startRecognition } from "../../../../test/recognition-app.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";

const server = testServer();
const { given } = server;
let folder: string;
let site: RecognitionApp;
let person: Person;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-model-"));
  await writeBreedModel(folder);
  site = await startRecognition(server, { MARU_BREED_MODEL: folder });
  person = await given.person();
});
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

const send = (photo: Buffer, who: Person = person) => site.send([["file", photo, "cat.jpg"]], who);
const slugOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace("/problems/", "");

test("fifty at once from one person are told to wait, and others are answered", async () => {
  const photo = await photos.abyssinian().jpeg().toBuffer();
  const other = await given.person();
  const all = Array.from({ length: 50 }, () => send(photo));
  const [theirs, ...mine] = await Promise.all([send(photo, other), ...all]);
  expect(theirs.statusCode).toBe(200);
  const refused = mine.filter(({ statusCode }) => statusCode === 429);
  expect(refused.length).toBeGreaterThan(40);
  expect(mine.filter(({ statusCode }) => statusCode === 200)).toHaveLength(50 - refused.length);
  for (const answer of refused)
    expect([slugOf(answer), answer.headers["retry-after"]]).toEqual(["too-many-photos", "1"]);
  expect((await send(photo)).statusCode).toBe(200);
});

test("a queue that is full says so to everybody, and empties", async () => {
  const photo = await photos.noise(1200);
  const people = await Promise.all(Array.from({ length: 10 }, () => given.person()));
  const answers = await Promise.all(
    people.flatMap((one) => [send(photo, one), send(photo, one), send(photo, one)]),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(17);
  const full = answers.filter(({ statusCode }) => statusCode === 429);
  for (const answer of full)
    expect([slugOf(answer), answer.headers["retry-after"]]).toEqual(["queue-full", "2"]);
  expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
  expect((await send(photo)).statusCode).toBe(200);
});

test("one person may ask so often, and no more", async () => {
  const limited = await startRecognition(server, { MARU_BREED_RECOGNITION: "off", MARU_RATE_LIMITS: "on" });
  const someone = await given.person();
  const answers: number[] = [];
  for (let asked = 0; asked < 601; asked++) answers.push((await limited.send([], someone)).statusCode);
  expect(answers.indexOf(429)).toBe(600);
  await limited.stop();
});
