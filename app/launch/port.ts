import { createServer } from "node:net";
import { clearAddress } from "~/http/front/listen";

/** Waits until the portal can listen there, at most so many milliseconds; throws one clear sentence when it cannot. */
export async function freeToListen(host: string, port: number, patience: number): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const fault = await tryToListen(host, port);
    if (fault === null) return;
    if (fault.code !== "EADDRINUSE" || Date.now() > until) throw clearAddress(fault, host, port);
    await new Promise((done) => {
      setTimeout(done, 200);
    });
  }
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => done(error));
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
}
