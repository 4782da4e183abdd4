/** The npm that started us, or the one on the PATH. */
export function npm(env = process.env) {
  const cli = env["npm_execpath"];
  return cli?.endsWith("npm-cli.js")
    ? { command: env["npm_node_execpath"] ?? process.execPath, args: [cli] }
    : { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}
