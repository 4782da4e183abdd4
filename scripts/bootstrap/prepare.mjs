import { buildWeb, webBuildState } from "./build-web.mjs";
import { exclusively } from "./exclusive.mjs";
import { install } from "./install.mjs";
import { isInstalled } from "./installed.mjs";
import { findProjectNode } from "./project-node.mjs";
import { requireUsableNode } from "./say.mjs";

/**
 * Makes a checkout ready to run, doing only what is not done yet, and tells which Node runs it. Writes nothing when
 * everything is current.
 * @param {{ web: boolean }} what
 */
export async function prepare({ web }) {
  requireUsableNode();
  if (!(await isReady(web))) {
    await exclusively(async () => {
      if (!(await isInstalled())) await install();
      if (!web) return;
      const { current, stamp } = await webBuildState();
      if (!current) await buildWeb(findProjectNode(), stamp);
    });
  }
  return findProjectNode();
}

/** @param {boolean} web */
async function isReady(web) {
  const [installed, pages] = await Promise.all([isInstalled(), web ? webBuildState() : { current: true }]);
  return installed && pages.current;
}
