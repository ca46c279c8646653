import { textCookie } from "~/platform/session/cookies";

export type TextSize = "normal" | "large";

/** The size of text that the reader chose on this device. */
export async function textSizeOf(request: Request): Promise<TextSize> {
  const value: unknown = await textCookie().parse(request.headers.get("Cookie"));
  return value === "large" ? "large" : "normal";
}
