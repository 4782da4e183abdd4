/**
 * A panel: what it shows, and each line's expression and name.
 * @typedef {{ title: string, description?: string, unit?: string, lines: [expr: string, legend: string][], max?: number }} Panel
 */

const [width, height, perRow] = [8, 8, 3];
const datasource = { type: "prometheus", uid: "prometheus" };

/**
 * A dashboard with its panels three in a row, in the order given, as Grafana imports it.
 * @param {string} uid
 * @param {string} title
 * @param {Panel[]} panels
 */
export function dashboard(uid, title, panels) {
  return {
    uid,
    title,
    tags: ["maru"],
    schemaVersion: 39,
    editable: false,
    refresh: "30s",
    time: { from: "now-6h", to: "now" },
    panels: panels.map((panel, index) => timeseries(panel, index)),
  };
}

/**
 * @param {Panel} panel
 * @param {number} index
 */
function timeseries({ title, description, unit = "short", lines, max }, index) {
  return {
    id: index + 1,
    type: "timeseries",
    title,
    ...(description !== undefined && { description }),
    datasource,
    gridPos: {
      x: (index % perRow) * width,
      y: Math.floor(index / perRow) * height,
      w: width,
      h: height,
    },
    fieldConfig: { defaults: { unit, min: 0, ...(max !== undefined && { max }) }, overrides: [] },
    options: {
      legend: { displayMode: "list", placement: "bottom" },
      tooltip: { mode: "multi", sort: "desc" },
    },
    targets: lines.map(([expr, legendFormat], line) => ({
      refId: String.fromCharCode(65 + line),
      datasource,
      expr,
      legendFormat,
    })),
  };
}
