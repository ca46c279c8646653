import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

const secret = { id: "KEYID", key: "s3cr/t+key=" };
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const sum = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Whether a request is signed with the secret, as "AWS Signature Version 4" is written down, and its body is the signed one. */
function isSigned(request: IncomingMessage, body: Buffer, region: string): boolean {
  const { authorization = "" } = request.headers;
  const [, id, day, place, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w{64})$/.exec(
      authorization,
    ) ?? [];
  const header = (name: string) => String(request.headers[name] ?? "");
  const needed = ["host", "x-amz-content-sha256", "x-amz-date"];
  if (!day || !names || id !== secret.id || place !== region || needed.some((one) => !names.split(";").includes(one)))
    return false;
  const time = header("x-amz-date");
  const moment = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (header("x-amz-content-sha256") !== sum(body) || !(Math.abs(Date.now() - moment) < 900_000)) return false;
  const url = new URL(request.url ?? "", "http://bucket");
  const canonical = [
    request.method,
    url.pathname,
    url.searchParams.toString(),
    ...names.split(";").map((name) => `${name}:${header(name).trim()}`),
    "",
    names,
    sum(body),
  ].join("\n");
  const words = ["AWS4-HMAC-SHA256", time, `${day}/${region}/s3/aws4_request`, sum(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(
    (one: Buffer, part) => hmac(one, part),
    hmac(`AWS4${secret.key}`, day),
  );
  return hmac(key, words).toString("hex") === signature;
}

/** A bucket in memory that takes only what is rightly signed. `answer` makes the next requests get that status. */
export async function aBucket(region = "ap-east-1") {
  const kept = new Map<string, Buffer>();
  const asked: string[] = [];
  let trouble = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const body = Buffer.concat(chunks);
      const path = request.url ?? "";
      asked.push(`${request.method} ${path}`);
      const held = kept.get(path);
      const say = (status: number, words: string | Buffer = "") => response.writeHead(status).end(words);
      if (trouble) say(trouble, "<Error>canary</Error>");
      else if (!isSigned(request, body, region)) say(403, "<Error>SignatureDoesNotMatch</Error>");
      else if (request.method === "PUT") {
        kept.set(path, body);
        say(200);
      } else if (request.method === "DELETE") {
        kept.delete(path);
        say(204);
      } else if (held) say(200, held);
      else say(404, "<Error>NoSuchKey</Error>");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const address = (id: string, key: string) =>
    `http://${id}:${encodeURIComponent(key)}@127.0.0.1:${port}/files/portal?region=${region}`;
  return {
    url: address(secret.id, secret.key),
    wrongUrl: address(secret.id, "another"),
    kept,
    asked,
    answer: (status: number) => {
      trouble = status;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
