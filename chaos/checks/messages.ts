import type pg from "pg";
import type { Ledger, SentMessage } from "../lib/ledger.ts";
import { type Checked, compareMaps } from "./check.ts";
import type { Reader } from "./reading.ts";

interface Row {
  chat: string;
  seq: number;
  author: string;
  client_id: string;
  text: string;
}

const nameOf = ({ chat, author, client_id: clientId }: Row) => `${chat} ${author} ${clientId}`;
const sentName = ({ chat, author, clientId }: SentMessage) => `${chat} ${author} ${clientId}`;

/** Whether every acknowledged message is in its place, once, and everybody in a chat reads the table: all of it, in order. */
export async function checkMessages(
  pool: pg.Pool,
  ledger: Ledger,
  readers: readonly Reader[],
): Promise<Checked[]> {
  const { rows } = await pool.query<Row>(
    "select chat_id::text as chat, seq, author_id::text as author, client_id, text from chat_message order by chat_id, seq",
  );
  const byChat = Map.groupBy(rows, ({ chat }) => chat);
  const unindexed = await pool.query<{ what: string }>(`
    select format('message %s of chat %s cannot be found', m.seq, m.chat_id) as what
      from chat_message m left join chat_search s on s.chat_id = m.chat_id and s.seq = m.seq
      where (m.text <> '') <> (s.seq is not null)`);
  return [
    {
      name: "acknowledged: messages",
      looked: ledger.messages.length,
      differences: faultsIn(rows, ledger.messages),
    },
    {
      name: "numbers of messages",
      looked: rows.length,
      differences: [...byChat].flatMap(([chat, all]) =>
        all.every(({ seq }, index) => seq === index + 1) ? [] : [`chat ${chat} has a gap in its numbers`],
      ),
    },
    await checkReading(byChat, readers),
    {
      name: "messages that can be found",
      looked: rows.length,
      differences: unindexed.rows.map(({ what }) => what),
    },
  ];
}

function faultsIn(rows: readonly Row[], messages: readonly SentMessage[]): string[] {
  const faults: string[] = [];
  const there = new Map<string, Row>();
  for (const row of rows) {
    if (there.has(nameOf(row))) faults.push(`message ${nameOf(row)} is there twice`);
    there.set(nameOf(row), row);
  }
  const sent = new Set(messages.map(sentName));
  for (const message of messages) {
    const name = sentName(message);
    const row = there.get(name);
    if (!row && message.seq !== undefined) faults.push(`message ${name} was acknowledged and is lost`);
    if (row && message.seq !== undefined && row.seq !== message.seq)
      faults.push(`message ${name} was acknowledged as ${message.seq} and is ${row.seq}`);
    if (row && row.text !== message.text) faults.push(`message ${name} has another text than was sent`);
  }
  for (const name of there.keys()) if (!sent.has(name)) faults.push(`message ${name}: nobody has sent it`);
  return faults;
}

async function checkReading(
  byChat: ReadonlyMap<string, readonly Row[]>,
  readers: readonly Reader[],
): Promise<Checked> {
  const checked: Checked = { name: "messages as people read them", looked: 0, differences: [] };
  for (const { handle, at, read } of readers) {
    const { items: chats } = await read<{ items: { id: string; lastSeq: number }[] }>("/chats?limit=50");
    for (const { id } of chats) {
      const found = new Map<string, string>();
      for (let after = 0; ;) {
        const { items } = await read<{ items: { seq: number; text: string }[] }>(
          `/chats/${id}/messages?after=${after}&limit=50`,
        );
        for (const { seq, text } of items) found.set(String(seq), text);
        if (items.length === 0) break;
        after = items.at(-1)!.seq;
      }
      checked.looked += found.size;
      const expected = new Map((byChat.get(id) ?? []).map(({ seq, text }) => [String(seq), text]));
      checked.differences.push(...compareMaps(`for @${handle} at ${at}: message ${id}`, expected, found));
    }
  }
  return checked;
}
