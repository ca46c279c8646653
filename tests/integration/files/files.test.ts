import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileResponse } from "~/http/machine/file-response";
import { env } from "~/platform/env";
import { dropFile, keepFile, openFile } from "~/platform/files/files";
import { isUnreachable } from "~/platform/unreachable";
import { aBucket } from "../../fakes/bucket";

const folder = join(mkdtempSync(join(tmpdir(), "qq-test-")), "a folder 文件");
let bucket: Awaited<ReturnType<typeof aBucket>>;

beforeAll(async () => {
  bucket = await aBucket();
});

afterAll(() => bucket.stop());

/** The places to try, a real bucket among them where TEST_BUCKET_URL names one. */
const places: [string, () => string][] = [
  ["a folder", () => pathToFileURL(folder).href],
  ["a bucket", () => bucket.url],
  ...(process.env.TEST_BUCKET_URL
    ? [["a real bucket", () => process.env.TEST_BUCKET_URL] as [string, () => string]]
    : []),
];

async function bytesOf(key: string): Promise<Buffer | null> {
  const stream = await openFile(key);
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
}

describe.each(places)("files in %s", (_, place) => {
  beforeAll(() => {
    env().FILES_URL = place();
  });

  it.each([0, 1, 3_000_000])("are kept, %s bytes of them, and come back as they were", async (length) => {
    const bytes = randomBytes(length);
    const key = await keepFile(bytes);
    expect((await bytesOf(key))?.equals(bytes)).toBe(true);
    await dropFile(key);
  });

  it("have keys that tell nothing, one for each", async () => {
    const keys = await Promise.all([1, 2, 3].map(() => keepFile(Buffer.from("same"))));
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f-]{36}$/);
    await Promise.all(keys.map(dropFile));
  });

  it("are gone when dropped, twice if need be", async () => {
    const key = await keepFile(Buffer.from("x"));
    await dropFile(key);
    await dropFile(key);
    expect(await openFile(key)).toBeNull();
    expect(await openFile(randomUUID())).toBeNull();
  });

  it.each(["../../etc/passwd", "", "a/b", `${randomUUID()}/x`])(
    "are not opened by %s, which is no key",
    async (key) => {
      await expect(openFile(key)).rejects.toThrow("Not a file key.");
      await expect(dropFile(key)).rejects.toThrow("Not a file key.");
    },
  );

  it("are sent as a download that nobody keeps, or are 404", async () => {
    const storageKey = await keepFile(Buffer.from("内容"));
    const file = { name: '建议 "1".pdf', type: "application/pdf", size: 6, storageKey };
    const response = await fileResponse(file);
    expect(await response.text()).toBe("内容");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": "attachment; filename*=UTF-8''%E5%BB%BA%E8%AE%AE%20%221%22.pdf",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "content-length": "6",
    });
    await dropFile(storageKey);
    const gone: unknown = await fileResponse(file).catch((error: unknown) => error);
    expect(gone).toMatchObject({ status: 404 });
  });
});

describe("a folder", () => {
  it("holds no half file after a write", async () => {
    env().FILES_URL = pathToFileURL(folder).href;
    await keepFile(Buffer.from("x"));
    expect(readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".part"))).toEqual(
      [],
    );
  });

  it("lets go of what somebody was writing who was killed, with the file that it was to be", async () => {
    env().FILES_URL = pathToFileURL(folder).href;
    const key = await keepFile(Buffer.from("x"));
    const [path = ""] = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(key));
    renameSync(join(folder, path), join(folder, `${path}.part`));
    await dropFile(key);
    expect(readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => name.includes(key))).toBe(false);
  });
});

describe("a bucket", () => {
  beforeAll(() => {
    env().FILES_URL = bucket.url;
  });

  it("gets its files below the path of its address", async () => {
    const key = await keepFile(Buffer.from("x"));
    expect([...bucket.kept.keys()]).toContain(`/files/portal/${key}`);
  });

  it("that knows another secret is a failure with a code, which quotes nothing", async () => {
    env().FILES_URL = bucket.wrongUrl;
    const error: unknown = await keepFile(Buffer.from("x")).catch((one: unknown) => one);
    env().FILES_URL = bucket.url;
    expect(error).toMatchObject({ code: "BUCKET_403", message: "The bucket answered 403." });
    expect(isUnreachable(error)).toBe(false);
  });

  it("in trouble is asked again, then out of reach", async () => {
    bucket.answer(503);
    const before = bucket.asked.length;
    const error: unknown = await keepFile(Buffer.from("x")).catch((one: unknown) => one);
    bucket.answer(0);
    expect(error).toMatchObject({ code: "BUCKET_503" });
    expect(String(error)).not.toContain("canary");
    expect(isUnreachable(error)).toBe(true);
    expect(bucket.asked.length - before).toBe(3);
  });

  it("that is not there is out of reach", async () => {
    const another = await aBucket();
    await another.stop();
    env().FILES_URL = another.url;
    const error: unknown = await openFile(randomUUID()).catch((one: unknown) => one);
    expect(isUnreachable(error)).toBe(true);
  });
});
