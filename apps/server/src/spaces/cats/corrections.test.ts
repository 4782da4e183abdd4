import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givenCat } from "../../../test/cats.ts";
import { formOf } from "../../../test/photo-form.ts";
import { runCommand } from "../../../test/run-command.ts";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let folder: string;
let owner: Person;
let partner: Person;

beforeAll(async () => {
  [owner, partner] = [await given.person("export_owner"), await given.person()];
  folder = await mkdtemp(join(tmpdir(), "maru-training-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A picture of somebody, with its files. */
async function uploaded(who: Person, colour: string): Promise<string> {
  const image = sharp({ create: { width: 480, height: 320, channels: 3, background: colour } });
  const content = await image
    .withExif({ IFD0: { Artist: who.handle } })
    .jpeg()
    .toBuffer();
  const answer = await as(who).post("/media", undefined, formOf([["file", content, "cat.jpg"]]));
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
}

const correct = (catId: string, who: Person, mediaId: string, breed: string, consent = true) =>
  as(who).post(`/cats/${catId}/corrections`, { mediaId, breed, consent });
const exported = async () => {
  const { code, text } = await runCommand(server, ["cats", "export-training", folder]);
  expect(code, text).toBe(0);
  const lines = (await readFile(join(folder, "labels.csv"), "utf8")).trimEnd().split("\n");
  return { text, lines, files: lines.slice(1).map((line) => line.split(",")[0]!) };
};

test(
  "only what was given with consent is written, small and without whose it was, and again only what is new",
  { timeout: 120_000 },
  async () => {
    const cat = await givenCat(server, owner);
    const [siamese, mixed, kept] = [
      await uploaded(owner, "#caa"),
      await uploaded(owner, "#aca"),
      await uploaded(owner, "#aac"),
    ];
    expect((await correct(cat.id, owner, siamese, "siamese")).json()).toEqual({
      breed: "siamese",
      consent: true,
    });
    await correct(cat.id, owner, mixed, "siamese", false);
    await correct(cat.id, owner, mixed, "munchkin");
    await correct(cat.id, owner, kept, "persian", false);

    const first = await exported();
    expect(first.text).toContain("2 pictures");
    expect(first.lines[0]).toBe("file,class,split,detail,source_repo,licence");
    expect(
      first.lines
        .slice(1)
        .map((line) => line.split(",").slice(1, 4))
        .map(([name, , detail]) => `${name} ${detail}`)
        .toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(["ordinary_cat munchkin", "Siamese siamese"]);
    for (const file of first.files) {
      const { format, width, height, exif } = await sharp(join(folder, file)).metadata();
      expect([format, width, height, exif]).toEqual(["jpeg", 240, 160, undefined]);
    }
    const said = `${first.lines.join("\n")}`;
    for (const personal of [owner.handle, owner.id, cat.id, siamese]) expect(said).not.toContain(personal);

    const again = await exported();
    expect(again.text).toContain("0 new, 0 taken out");
    expect(again.lines).toEqual(first.lines);

    // As when a run ends before its list is written.
    await rm(join(folder, "labels.csv"));
    expect((await exported()).lines).toEqual(first.lines);

    expect((await as(owner).delete(`/cats/${cat.id}/corrections/${siamese}`)).statusCode).toBe(204);
    const after = await exported();
    expect(after.text).toContain("1 pictures in");
    const gone = first.files.find((file) => file.includes("Siamese"))!;
    await expect(access(join(folder, gone))).rejects.toThrow("ENOENT");

    await writeFile(join(folder, "labels.csv"), "file,class\n../../secret,cat\n");
    const foreign = await runCommand(server, ["cats", "export-training", folder]);
    expect(foreign).toMatchObject({ code: 1, text: expect.stringContaining("another folder") });
    expect(await readFile(join(folder, "labels.csv"), "utf8")).toContain("../../secret");
    expect((await runCommand(server, ["cats", "export-training"])).code).toBe(2);
  },
);

test("what somebody says of a picture is theirs to say and to take back, also when they have left", async () => {
  const cat = await givenCat(server, owner);
  const [mine, theirs] = [await givenPicture(server, owner), await givenPicture(server, partner)];
  const refused = async (who: Person, mediaId: string, breed: string) =>
    (await correct(cat.id, who, mediaId, breed)).statusCode;
  expect(await refused(owner, theirs, "siamese")).toBe(422);
  expect(await refused(owner, mine, "dog")).toBe(422);
  expect(await refused(owner, "7", "siamese")).toBe(422);
  expect(await refused(partner, theirs, "siamese")).toBe(403);
  const count = async () =>
    (
      await server.maru.platform.pool.query<{ n: number }>(
        "select count(*)::int as n from cat_correction where cat_id = $1",
        [cat.id],
      )
    ).rows[0]!.n;
  await as(owner).post(`/cats/${cat.id}/invitations`, { handle: partner.handle });
  await as(partner).put(`/cats/${cat.id}/invitations/accept`);
  await correct(cat.id, partner, theirs, "siamese");
  await as(partner).delete(`/cats/${cat.id}/people/${partner.handle}`);
  expect(await count()).toBe(1);
  expect((await as(owner).delete(`/cats/${cat.id}/corrections/${theirs}`)).statusCode).toBe(204);
  expect(await count()).toBe(1);
  expect((await as(partner).delete(`/cats/${cat.id}/corrections/${theirs}`)).statusCode).toBe(204);
  expect([await count(), (await as(partner).delete(`/cats/${cat.id}/corrections`)).statusCode]).toEqual([
    0, 403,
  ]);
});

test("a photo of a cat is not swept, and goes with the account that uploaded it", async () => {
  const [one, two] = [await given.person(), await given.person()];
  const [photo, unused, consented] = [
    await givenPicture(server, one),
    await givenPicture(server, one),
    await givenPicture(server, one),
  ];
  const cat = await givenCat(server, one, { photoId: photo });
  await correct(cat.id, one, consented, "bengal");
  const { pool, media } = server.maru.platform;
  await pool.query("update media set created_at = now() - interval '2 days'");
  await media.sweep();
  const { rows } = await pool.query<{ id: string }>(
    "select id::text from media where id = any($1) order by id",
    [[photo, unused, consented]],
  );
  expect(rows.map(({ id }) => id)).toEqual([photo, consented]);

  await as(one).post(`/cats/${cat.id}/invitations`, { handle: two.handle });
  await as(two).put(`/cats/${cat.id}/invitations/accept`);
  expect((await as(two).patch(`/cats/${cat.id}`, { photoId: photo, name: "콩" })).statusCode).toBe(200);
  await as(one).delete(`/cats/${cat.id}/people/${one.handle}`);
  expect((await as(two).get(`/cats/${cat.id}`)).json()).toMatchObject({ photo: { id: photo } });
  await as(one).delete("/me", { password: one.password });
  expect((await as(two).get(`/cats/${cat.id}`)).json()).toMatchObject({ photo: null, name: "콩" });
});
