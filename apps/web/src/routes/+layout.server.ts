import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = ({ locals, depends }) => {
  depends("maru:me");
  const { me, instance, locale, theme, origin } = locals;
  return { me, instance, locale, theme, origin };
};
