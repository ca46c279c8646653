import type { ReactNode } from "react";
import type { Role } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import type { TextSize } from "./text-size";

export type FrameProps = {
  locale: Locale;
  path: string;
  actor: { name: string; roles: Role[] } | null;
  base: string;
  demo: boolean;
  text: TextSize;
  children: ReactNode;
};

/** The frame of every page: header, language switch, the page itself, footer. */
export function Frame({ children }: FrameProps) {
  return <main id="content">{children}</main>;
}
