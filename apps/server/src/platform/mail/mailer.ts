import type { Logger } from "pino";
import type { Config } from "../../config.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** What is logged where there is no mail server, for the operator to hand on. */
  link?: string;
  headers?: Record<string, string>;
}

export interface Mailer {
  /** `log`: there is no mail server, and links are written to the log. */
  readonly delivery: "mail" | "log";
  /**
   * Takes a mail and delivers it in the background, trying again a few times. Nothing is kept on disk: what is not delivered when the program
   * ends is lost, so this is for mails that a person would simply ask for again.
   */
  send(mail: Mail): void;
  /** As `send`, for many mails one after the other: resolves when it was delivered or given up. Answers which. */
  deliver(mail: Mail): Promise<boolean>;
  /** Waits a little for what is under way. */
  stop(): Promise<void>;
}

type Deliver = (mail: Mail, signal: AbortSignal) => Promise<void>;

const attempts = 4;
const firstRetryMs = 2_000;
const attemptMs = 30_000;
const mostUnderWay = 100;
const graceMs = 3_000;

export function createMailer(
  { smtpUrl, mailFrom }: Pick<Config, "smtpUrl" | "mailFrom">,
  logger: Logger,
): Mailer {
  if (smtpUrl === undefined) {
    return {
      delivery: "log",
      send: ({ subject, link }) =>
        logger.warn({ link, subject }, "there is no mail server (MARU_SMTP_URL); pass this link on"),
      deliver: async () => false,
      stop: async () => {},
    };
  }
  const underWay = new Set<Promise<boolean>>();
  const stopping = new AbortController();
  let transport: Promise<Deliver> | undefined;

  async function deliver(mail: Mail): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        // Loaded with the first mail: most processes of most sites never send one.
        transport ??= smtp(smtpUrl!, mailFrom);
        await (
          await transport
        )(mail, AbortSignal.any([stopping.signal, AbortSignal.timeout(attemptMs)]));
        return true;
      } catch (error) {
        const { message, responseCode } = error as Error & { responseCode?: number };
        const isFinal =
          attempt === attempts ||
          stopping.signal.aborted ||
          (responseCode !== undefined && responseCode >= 500);
        logger[isFinal ? "error" : "warn"]({ reason: message, attempt }, "a mail could not be delivered");
        if (isFinal) return false;
        await pause(firstRetryMs * 4 ** (attempt - 1) * (0.5 + Math.random()), stopping.signal);
      }
    }
  }

  function begin(mail: Mail): Promise<boolean> {
    const one: Promise<boolean> = deliver(mail).finally(() => underWay.delete(one));
    underWay.add(one);
    return one;
  }

  return {
    delivery: "mail",
    deliver: begin,
    send(mail) {
      if (underWay.size >= mostUnderWay) {
        logger.error({ underWay: underWay.size }, "a mail was dropped: the mail server does not keep up");
        return;
      }
      void begin(mail);
    },
    async stop() {
      const enough = AbortSignal.timeout(graceMs);
      enough.addEventListener("abort", () => stopping.abort());
      await Promise.all(underWay);
    },
  };
}

async function smtp(url: string, from: string): Promise<Deliver> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text, headers = {} }, signal) => {
    const mail = { from, to: { name: "", address: to }, subject, text, headers, signal };
    await transport.sendMail(mail);
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
