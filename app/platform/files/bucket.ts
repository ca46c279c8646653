import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { Shelf } from "./shelf";

/** A bucket that answers slower than this, in milliseconds, counts as out of reach. */
const patience = 20_000;

/**
 * Files in an S3-compatible bucket. The address holds the key and its secret and leads to where the files lie, in either
 * of the two ways that services know: `https://KEY:SECRET@host/bucket/` or `https://KEY:SECRET@bucket.host/`. `?region=`
 * names the region where the service wants one.
 *
 * aws4fetch only signs, with what Node has, and weighs 3 KB; the service's own client weighs 4 MB and minio's brings
 * an XML parser and twelve packages more, for three requests.
 */
export function inBucket(address: string): Shelf {
  const url = new URL(address);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get("region") ?? "us-east-1",
    service: "s3",
    retries: 2,
  });
  const base = `${url.origin}${url.pathname.replace(/\/?$/, "/")}`;

  const send = async (method: "PUT" | "GET" | "DELETE", key: string, body?: Uint8Array) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new BucketTrouble("TIMEOUT")), patience);
    const sum = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    try {
      const response = await client.fetch(base + key, {
        method,
        headers: { "X-Amz-Content-Sha256": sum },
        signal: late.signal,
        ...(body && { body: new Uint8Array(body) }),
      });
      if (response.ok) return response;
      await response.body?.cancel();
      if (response.status === 404 && method !== "PUT") return null;
      throw new BucketTrouble(String(response.status));
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    async put(key, bytes) {
      const response = await send("PUT", key, bytes);
      await response?.body?.cancel();
    },
    async open(key) {
      const response = await send("GET", key);
      return response?.body ?? null;
    },
    async drop(key) {
      const response = await send("DELETE", key);
      await response?.body?.cancel();
    },
  };
}

/** What a bucket answered when it did not do as asked, as a code. Its words are kept out: they quote addresses and keys. */
class BucketTrouble extends Error {
  readonly code: string;

  constructor(status: string) {
    super(`The bucket answered ${status}.`);
    this.name = "BucketTrouble";
    this.code = `BUCKET_${status}`;
  }
}
