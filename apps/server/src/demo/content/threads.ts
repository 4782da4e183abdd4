export interface Answer {
  by: string;
  text: string;
  answers: Answer[];
}

export interface Thread extends Answer {
  pictures: string[];
  /** Where the text needs it: the hour of the day, and the days of the week (0 is Sunday). */
  hour?: number;
  days?: number[];
  /** 1 is the opening, nine months ago; 5 is this week. */
  week?: number;
  /** For followers only. */
  closed: boolean;
}

/**
 * Reads threads as they are easiest to write:
 *
 *     = handle picture-name picture-name hour=7 day=wed week=2 closed
 *     What the post says, in as many lines as it takes; a dot alone makes an empty line.
 *     > handle: an answer
 *     >> handle: an answer to the answer
 *
 * Throws on a line that is none of these.
 */
export function readThreads(source: string): Thread[] {
  const threads: Thread[] = [];
  let path: Answer[] = [];
  for (const line of source.split("\n").map((one) => one.trim())) {
    const thread = path[0];
    if (line === "") continue;
    if (line.startsWith("= ")) {
      const started = startThread(line.slice(2).split(" "));
      threads.push(started);
      path = [started];
    } else if (!thread) throw new Error(`A thread starts with "= handle": ${line}`);
    else if (line.startsWith(">")) {
      const [, marks = "", by = "", text = ""] = /^(>+) (\w+): (.+)$/.exec(line) ?? [];
      const parent = path[marks.length - 1];
      if (!parent) throw new Error(`This answers nothing: ${line}`);
      const answer = { by, text, answers: [] };
      parent.answers.push(answer);
      path = [...path.slice(0, marks.length), answer];
    } else {
      thread.text += (thread.text && "\n") + (line === "." ? "" : line);
    }
  }
  return threads;
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function startThread([by = "", ...words]: string[]): Thread {
  const thread: Thread = { by, text: "", answers: [], pictures: [], closed: false };
  for (const word of words) {
    const [name, value] = word.split("=");
    if (name === "hour") thread.hour = Number(value);
    else if (name === "week") thread.week = Number(value);
    else if (name === "day") thread.days = [weekdays.indexOf(value ?? "")];
    else if (name === "weekend") thread.days = [0, 6];
    else if (name === "closed") thread.closed = true;
    else thread.pictures.push(word);
  }
  return thread;
}
