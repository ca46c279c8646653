import { spawn, type ChildProcess } from "node:child_process";

/**
 * What a request leaves behind is swept up soon, and what is handed back to the system's C library is used again, so
 * that web and worker live in half the memory. `npm start` and the Dockerfile say the same.
 */
export const thrift = {
  flags: ["--max-semi-space-size=8", "--heap-growing-percent=20"],
  env: { MALLOC_ARENA_MAX: "2" },
};

/** A child in a process group of its own, so that Ctrl-C reaches it through us, in order. */
export function child(file: string): ChildProcess {
  return spawn(process.execPath, [...thrift.flags, file], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...thrift.env, ...process.env },
    detached: true,
  });
}

/** What the child says when it is ready. One that ends before has said why itself: then this fails without a word. */
export function started(one: ChildProcess, ended: (code: number) => void): Promise<unknown> {
  return new Promise((done, fail) => {
    one.once("message", (message: { started: unknown }) => done(message.started));
    one.once("exit", (code) => {
      fail(new Error(""));
      ended(code ?? 1);
    });
  });
}

/** Asks a child to finish what it does and end; after twelve seconds it is made to. */
export function stopChild(one: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (one.exitCode !== null || one.signalCode !== null) {
      done();
      return;
    }
    one.removeAllListeners("exit");
    one.once("exit", () => done());
    one.kill("SIGTERM");
    setTimeout(() => one.kill("SIGKILL"), 12_000).unref();
  });
}
