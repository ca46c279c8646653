import { createServer } from "node:http";
import { readFileSync } from "node:fs";

/** A bare server that answers everything with the bytes and headers of one file: the fastest that Node can be. */
const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as {
  headers: Record<string, string>;
  body: string;
};
const bytes = Buffer.from(body, "base64");
const server = createServer((_, response) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Content-Length", bytes.length);
  response.writeHead(200).end(bytes);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ started: address && typeof address === "object" ? address.port : 0 });
});
process.once("SIGTERM", () => process.exit(0));
