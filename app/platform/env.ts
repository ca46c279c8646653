import { z } from "zod";

const port = z
  .string()
  .regex(/^\d+$/, { error: "not a number" })
  .transform(Number)
  .refine((number) => number <= 65_535, { error: "above 65535" });
const empty = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());

const isKey = (entry: string) =>
  /^[a-z0-9]+:[A-Za-z0-9+/]{43}=?$/.test(entry) && Buffer.from(entry.split(":")[1] ?? "", "base64").length === 32;

const schema = z.object({
  NODE_ENV: z.preprocess(empty, z.enum(["production", "development", "test"]).default("development")),
  PORT: z.preprocess(empty, port.default(3000)),
  HOST: z.preprocess(
    empty,
    z
      .string()
      .regex(/^[\w.:-]+$/, { error: "not an address" })
      .default("127.0.0.1"),
  ),
  BASE_URL: optional(
    z.url({ protocol: /^https?$/ }).regex(/^https?:\/\/[^/?#@]+\/?$/, { error: "not scheme, host and port alone" }),
  ),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  MEILI_URL: optional(z.url({ protocol: /^https?$/ })),
  MEILI_KEY: optional(z.string()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: z.preprocess(empty, z.string().default("Qiaoqiao <no-reply@localhost>")),
  MAIL_RETURN: optional(
    z
      .email({ error: "not an address" })
      .regex(/^[a-z0-9._-]{1,14}@/, { error: "not 1 to 14 of a-z, 0-9 and ._- before @" }),
  ),
  FILES_URL: optional(
    z.url({ protocol: /^(file|https?)$/ }).refine((url) => /^file:|^https?:\/\/[^:@/]+:[^@/]+@/.test(url), {
      error: "neither file:///folder nor https://KEY:SECRET@host/bucket",
    }),
  ),
  SESSION_SECRET: optional(z.string().min(32)),
  ENCRYPTION_KEYS: optional(
    z
      .string()
      .refine((keys) => keys.split(",").every(isKey), { error: "not name:key,… with keys of 32 bytes in base64" }),
  ),
  METRICS_TOKEN: optional(z.string().min(16)),
  PROXIES: z.preprocess(empty, z.coerce.number().int().min(0).max(9).default(0)),
  COUNTRY_HEADER: optional(
    z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9-]+$/, { error: "not a name of a header" }),
  ),
  OIDC_PROVIDERS: optional(z.string()),
  BREACHED_PASSWORDS: optional(z.string()),
  DATA_DIR: z.preprocess(empty, z.string().default(".data")),
  DEMO: z.preprocess(empty, z.enum(["on", "off"]).optional()),
});

/** The settings of this process, checked. `demo` is on by default only outside production. */
export type Env = Omit<z.infer<typeof schema>, "DEMO" | "BASE_URL"> & { BASE_URL: string; demo: boolean };

/** Reads the settings from variables. Throws one clear sentence that names every wrong variable. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
    throw new Error(`Wrong settings: ${faults.join("; ")}. See the table of settings in README.md.`);
  }
  const { DEMO, BASE_URL, ...rest } = parsed.data;
  const production = rest.NODE_ENV === "production";
  if (production) {
    const needed = ["BASE_URL", "DATABASE_URL", "SESSION_SECRET", "ENCRYPTION_KEYS"].filter((name) => !variables[name]);
    if (needed.length > 0) throw new Error(`Missing settings: ${needed.join(", ")}. Production does not guess them.`);
  }
  return {
    ...rest,
    BASE_URL: (BASE_URL ?? `http://${rest.HOST.includes(":") ? `[${rest.HOST}]` : rest.HOST}:${rest.PORT}`).replace(
      /\/$/,
      "",
    ),
    demo: DEMO === undefined ? !production : DEMO === "on",
  };
}

let cached: Env | undefined;

/** The settings of this process, read once. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
