import { connect, createServer, type Socket } from "node:net";

/** A lane to the database that can be closed, opened again, or left open with nothing coming through. */
export async function aLane(url: string) {
  const to = new URL(url);
  const sockets = new Set<Socket>();
  let stuck = false;
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.once("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk) => stuck || far.write(chunk));
    far.on("data", (chunk) => stuck || near.write(chunk));
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address() as { port: number };
  const lane = new URL(url);
  lane.port = String(port);
  return {
    url: lane.href,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: () => listen(port),
    stick: (on: boolean) => {
      stuck = on;
    },
  };
}
