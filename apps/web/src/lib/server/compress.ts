import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const worthIt = 1200;
const text = /^(text\/|application\/(json|xml|atom\+xml))/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Pages and their data, packed as the browser allows; a page of posts shrinks to a tenth. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!response.body || headers.has("content-encoding") || !text.test(headers.get("content-type") ?? ""))
    return response;
  const accepted = request.headers.get("accept-encoding") ?? "";
  const coding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  headers.append("vary", "accept-encoding");
  if (!coding) return response;

  const plain = Buffer.from(await response.arrayBuffer());
  if (plain.length < worthIt) return new Response(plain, response);
  const packed =
    coding === "br"
      ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await zip(plain, { level: 5 });
  headers.set("content-encoding", coding);
  headers.set("content-length", String(packed.length));
  return new Response(new Uint8Array(packed), { status: response.status, headers });
}
