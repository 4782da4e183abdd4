import { createServer, type Socket } from "node:net";
import { once } from "node:events";

/** A mail server that keeps what it is given. `refuse` more attempts are turned away first, as by a busy server. */
export async function startMailSink(port: number) {
  const mails: string[] = [];
  const arrivals: ((mail: string) => void)[] = [];
  let refuse = 0;

  function take(mail: string): void {
    const next = arrivals.shift();
    if (next) next(mail);
    else mails.push(mail);
  }

  function serve(socket: Socket): void {
    let text = "";
    let inMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "MAIL" && refuse-- > 0) say("451 busy, try again");
      else if (verb === "DATA") {
        inMail = true;
        say("354 go on");
      } else if (verb === "QUIT") socket.end("221 bye\r\n");
      else say("250 ok");
    };
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (let end = text.indexOf("\r\n"); end >= 0 && !inMail; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        answer(line);
      }
      const end = text.indexOf("\r\n.\r\n");
      if (!inMail || end < 0) return;
      take(text.slice(0, end));
      text = text.slice(end + 5);
      inMail = false;
      say("250 taken");
    });
    say("220 sink");
  }

  const server = createServer(serve).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    refuseNext(times: number) {
      refuse = times;
    },
    /** The next mail, as it came over the line. */
    async next(): Promise<string> {
      return mails.shift() ?? new Promise((resolve) => arrivals.push(resolve));
    },
    waiting: () => mails.length,
    async stop() {
      server.close();
      await once(server, "close");
    },
  };
}

/** The text of a mail whose body is plain, quoted-printable or base64. */
export function textOf(mail: string): string {
  const at = mail.indexOf("\r\n\r\n");
  const [head, body] = [mail.slice(0, at), mail.slice(at + 4)];
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString();
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replaceAll("=\r\n", "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
