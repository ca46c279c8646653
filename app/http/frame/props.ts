import type { ReactNode } from "react";
import type { Role } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import type { TextSize } from "~/http/page/text-size";

/** What the frame of a page shows besides the page. */
export type FrameProps = {
  locale: Locale;
  path: string;
  actor: { name: string; roles: Role[] } | null;
  demo: boolean;
  text: TextSize;
  children: ReactNode;
};
