/**
 * Prints the SQL that leads from an empty database to prisma/schema, without Prisma's native engine.
 * Used when a migration is written by hand: diff its result with the schema.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.js";

const root = "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm";
const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(root)), {
  "./schema_engine_bg.js": wasm,
});
wasm.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start?.();

const folder = "prisma/schema";
const files = readdirSync(folder).map((name) => ({
  path: join(folder, name),
  content: readFileSync(join(folder, name), "utf8"),
}));
const adapter = bindMigrationAwareSqlAdapterFactory(
  new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "postgresql://127.0.0.1/none" }),
);
const engine = await wasm.SchemaEngine.new(
  { datamodels: files.map((file) => [file.path, file.content]) },
  () => {},
  adapter,
);
const { stdout } = await engine.diff({
  from: { tag: "empty" },
  to: { tag: "schemaDatamodel", files },
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
process.stdout.write(`${stdout}\n`);
