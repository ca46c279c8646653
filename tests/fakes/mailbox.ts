import { createServer, type Socket } from "node:net";

/** `from`: where it goes if nobody takes it. */
export type Letter = { from: string; to: string; text: string };

/** A mail server that takes every letter and keeps it. It speaks as much SMTP as a sender without secrets needs. */
export async function aMailbox() {
  const letters: Letter[] = [];
  const state = { silent: false, callers: 0 };
  const server = createServer((socket) => {
    state.callers += 1;
    if (state.silent) socket.on("error", () => {}).resume();
    else talk(socket, letters);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    /** Silent, it takes calls and says nothing. */
    state,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

function talk(socket: Socket, letters: Letter[]): void {
  let rest = "";
  let [from, to] = ["", ""];
  let body: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (body) {
      if (line !== ".") return void body.push(line);
      letters.push({ from, to, text: body.join("\n") });
      body = null;
      return say("250 kept");
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "MAIL") from = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (verb === "RCPT") to = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (verb === "DATA") body = [];
    say(verb === "DATA" ? "354 go on" : verb === "QUIT" ? "221 bye" : "250 mailbox.test");
    if (verb === "QUIT") socket.end();
  };
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  say("220 mailbox.test");
}
