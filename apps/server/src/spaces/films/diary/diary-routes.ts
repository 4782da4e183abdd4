import { Type } from "typebox";
import { notFound } from "../../../platform/http/problem.ts";
import { type App, memberOf } from "../../../platform/http/route.ts";
import { IdParams, toId } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import { readDiaryForm } from "./diary-form.ts";
import { type DiaryImportRow, listImports } from "./diary-queries.ts";
import { DiaryBody, DiaryForm, DiaryImport, DiaryPreview, DiaryUndone } from "./diary-schemas.ts";
import { importDiary, undoDiary } from "./import-diary.ts";
import { previewDiary } from "./preview-diary.ts";

const tags = ["films"];
const member = { policy: "member", limit: "upload" } as const;

/** As many entries as a diary has lines. */
const bodyBytes = 1_000_000;

/** What members bring along from a diary that they kept elsewhere. */
export async function diaryRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db } = deps;

  app.post(
    "/api/v1/films/diary/preview",
    {
      config: { ...member, form: DiaryForm },
      schema: {
        operationId: "previewDiary",
        description:
          "What an import would do, line by line; nothing is changed. 3.5 of 5 or 7 of 10 and more is a like, 2.5 of 5 or 5 of 10 and less a dislike.",
        tags,
        response: { 200: DiaryPreview },
      },
    },
    async (request) => {
      const diary = await readDiaryForm(request);
      return { lines: await previewDiary(db, memberOf(request), diary) };
    },
  );

  app.post(
    "/api/v1/films/diary/imports",
    {
      config: member,
      bodyLimit: bodyBytes,
      schema: {
        operationId: "importDiary",
        description: "Does what a preview has shown, or a part of it. What one has said here already holds.",
        tags,
        body: DiaryBody,
        response: { 201: DiaryImport },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const entries = request.body.entries.map(({ filmId, action }) => ({ filmId: toId(filmId), action }));
      const [made] = await listImports(db, me, await importDiary(deps, me, entries));
      if (!made) throw notFound();
      return reply.code(201).send(present(made));
    },
  );

  app.get(
    "/api/v1/films/diary/imports",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listDiaryImports",
        description: "One's own, the newest first, at most 50.",
        tags,
        response: { 200: Type.Object({ items: Type.Array(DiaryImport) }) },
      },
    },
    async (request) => ({ items: (await listImports(db, memberOf(request))).map(present) }),
  );

  app.delete(
    "/api/v1/films/diary/imports/:id",
    {
      config: member,
      schema: {
        operationId: "undoDiaryImport",
        description: "Takes back what the import did and one has not changed since.",
        tags,
        params: IdParams,
        response: { 200: DiaryUndone },
      },
    },
    async (request) => undoDiary(deps, memberOf(request), toId(request.params.id)),
  );
}

const present = ({ id, at, ...counts }: DiaryImportRow) => ({
  id: String(id),
  at: at.toISOString(),
  ...counts,
});
