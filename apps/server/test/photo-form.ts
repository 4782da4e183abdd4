/** A form as a browser sends it: each part's name, what it holds, and the name of the file if it is one. */
export type Part = [name: string, value: string | Buffer, fileName?: string];

const boundary = "----maru";

export function formOf(parts: Part[]): { payload: Buffer; headers: { "content-type": string } } {
  const bytes = parts.flatMap(([name, value, file]) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"\r\nContent-Type: image/jpeg` : ""}\r\n\r\n`,
    value,
    "\r\n",
  ]);
  return {
    payload: Buffer.concat([...bytes, `--${boundary}--\r\n`].map((one) => Buffer.from(one))),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
