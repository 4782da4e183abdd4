/**
 * The average colour that a ThumbHash carries in its first bytes, as a CSS colour; a warm grey where there is none.
 * Cheaper than decoding the picture for every photo of a feed.
 */
export function placeholderColor(thumbHash: string | null | undefined): string {
  if (!thumbHash) return "var(--surface-3)";
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(thumbHash), (char) => char.charCodeAt(0));
  } catch {
    return "var(--surface-3)";
  }
  const header = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16);
  const lightness = (header & 63) / 63;
  const p = ((header >> 6) & 63) / 31.5 - 1;
  const q = ((header >> 12) & 63) / 31.5 - 1;
  const blue = lightness - (2 / 3) * p;
  const red = (3 * lightness - blue + q) / 2;
  const green = red - q;
  const channel = (value: number) => Math.round(255 * Math.min(1, Math.max(0, value)));
  return `rgb(${channel(red)} ${channel(green)} ${channel(blue)})`;
}
