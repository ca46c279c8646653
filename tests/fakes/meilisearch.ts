import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FakeIndex, Refused, type Fields, type Search } from "./meilisearch-index";

/** How the double behaves: `slow` answers after three seconds, `garbage` is no JSON, `nonsense` is JSON of something else. */
export type Mood = "well" | "slow" | "broken" | "garbage" | "nonsense";
type Task = { status: string; type: string; error: { code: string; type: string; message: string } | null };
type Work = () => void;

const key = "a-key-of-the-double";

/** A small Meilisearch on 127.0.0.1: the endpoints that the portal uses, with tasks that run later, in order. */
export class FakeMeilisearch {
  readonly key = key;
  readonly indexes = new Map<string, FakeIndex>();
  mood: Mood = "well";
  version = "1.50.0";
  /** A key for one index alone may not ask for the version. */
  tellsVersion = true;
  /** So many of the next tasks fail as if Meilisearch had an inner fault. */
  failing = 0;
  /** Called before each task; what it throws ends the task. */
  beforeTask: (type: string) => void = () => {};
  requests: string[] = [];
  #tasks: Task[] = [];
  #waiting = Promise.resolve();
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, after `stop` on the same port as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#respond(request, response));
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((done) => (this.#server ? this.#server.close(() => done()) : done()));
  }

  /** Resolves when all tasks that were enqueued so far have run. */
  settled(): Promise<void> {
    return this.#waiting;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, text, after } = await this.#handle(request);
    const send = () => response.writeHead(status, { "Content-Type": "application/json" }).end(text);
    if (after === 0) {
      send();
      return;
    }
    const timer = setTimeout(send, after);
    response.once("close", () => clearTimeout(timer));
  }

  async #handle(request: IncomingMessage): Promise<{ status: number; text: string; after: number }> {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const route = `${request.method} ${request.url}`;
    this.requests.push(route);
    if (this.mood === "broken") return { status: 500, text: "Internal Server Error", after: 0 };
    if (this.mood === "garbage") return { status: 200, text: "<html>Welcome to nginx!</html>", after: 0 };
    if (this.mood === "nonsense") return { status: 200, text: `{"hello":"world"}`, after: 0 };
    const after = this.mood === "slow" ? 3000 : 0;
    try {
      if (request.headers.authorization !== `Bearer ${key}`) throw new Refused("invalid_api_key");
      const url = new URL(request.url ?? "/", this.url);
      const answer = this.#route(request.method ?? "", url, text === "" ? undefined : JSON.parse(text));
      return { status: 200, text: JSON.stringify(answer), after };
    } catch (error) {
      const code = error instanceof Refused ? error.code : "internal";
      const status = code.endsWith("_not_found")
        ? 404
        : code === "invalid_api_key"
          ? 403
          : code === "internal"
            ? 500
            : 400;
      return { status, text: JSON.stringify(fault(code)), after };
    }
  }

  #route(method: string, url: URL, body: unknown): unknown {
    const [first = "", uid = "", what = "", more = ""] = url.pathname.split("/").slice(1);
    const named = `${method} ${[first, uid && ":", what, more].filter(Boolean).join("/")}`;
    if (named === "GET version" && !this.tellsVersion) throw new Refused("invalid_api_key");
    if (named === "GET version") return { commitSha: "", commitDate: "", pkgVersion: this.version };
    if (named === "GET tasks/:") return this.#task(Number(uid));
    if (named === "POST multi-search") {
      const { queries } = body as { queries: (Search & { indexUid: string })[] };
      return { results: queries.map(({ indexUid, ...one }) => ({ indexUid, ...this.#index(indexUid).search(one) })) };
    }
    if (named === "GET indexes/:/stats")
      return { numberOfDocuments: this.#index(uid).documents.size, isIndexing: false, fieldDistribution: {} };
    if (named === "POST indexes/:/search") return this.#index(uid).search(body as Search);
    if (named === "GET indexes/:/documents") {
      const ids = (url.searchParams.get("ids") ?? "").split(",");
      return { results: ids.flatMap((id) => this.#index(uid).documents.get(id) ?? []), offset: 0, limit: ids.length };
    }
    const [type, work] = this.#write(named, uid, body);
    return this.#enqueue(type, work);
  }

  #write(named: string, uid: string, body: unknown): [string, Work] {
    switch (named) {
      case "POST indexes":
        return ["indexCreation", () => this.#create((body as { uid: string }).uid)];
      case "DELETE indexes/:":
        return ["indexDeletion", () => this.#index(uid) && this.indexes.delete(uid)];
      case "PATCH indexes/:/settings":
        return ["settingsUpdate", () => Object.assign(this.#index(uid).settings, body)];
      case "POST indexes/:/documents":
        return ["documentAdditionOrUpdate", () => this.#add(uid, body as Fields[])];
      case "POST indexes/:/documents/delete-batch":
        return ["documentDeletion", () => (body as string[]).forEach((id) => this.#index(uid).documents.delete(id))];
      case "POST swap-indexes":
        return ["indexSwap", () => this.#swap((body as { indexes: [string, string]; rename: boolean }[])[0])];
      default:
        throw new Refused("not_found");
    }
  }

  #index(uid: string): FakeIndex {
    const found = this.indexes.get(uid);
    if (!found) throw new Refused("index_not_found");
    return found;
  }

  #create(uid: string): void {
    if (this.indexes.has(uid)) throw new Refused("index_already_exists");
    this.indexes.set(uid, new FakeIndex());
  }

  /** Adding to an index that is not there makes it, as Meilisearch does. */
  #add(uid: string, documents: Fields[]): void {
    if (!this.indexes.has(uid)) this.#create(uid);
    for (const one of documents) {
      if (!/^[a-zA-Z0-9_-]{1,511}$/.test(one.id)) throw new Refused("invalid_document_id");
      this.#index(uid).documents.set(one.id, one);
    }
  }

  #swap(swap: { indexes: [string, string]; rename: boolean } | undefined): void {
    const [one, other] = swap?.indexes ?? ["", ""];
    const [left, right] = [this.#index(one), this.indexes.get(other)];
    if (!right !== swap?.rename) throw new Refused("index_not_found");
    this.indexes.set(other, left);
    if (right) this.indexes.set(one, right);
    else this.indexes.delete(one);
  }

  #task(uid: number): object {
    const task = this.#tasks[uid];
    if (!task) throw new Refused("task_not_found");
    return { uid, indexUid: null, ...task };
  }

  #enqueue(type: string, work: Work): object {
    const task: Task = { status: "enqueued", type, error: null };
    const taskUid = this.#tasks.push(task) - 1;
    this.#waiting = this.#run(this.#waiting, task, work);
    return { taskUid, indexUid: null, status: "enqueued", type, enqueuedAt: new Date().toISOString() };
  }

  async #run(earlier: Promise<void>, task: Task, work: Work): Promise<void> {
    await earlier;
    await new Promise((later) => setTimeout(later, 2));
    try {
      this.beforeTask(task.type);
      if (this.failing > 0) {
        this.failing -= 1;
        throw new Refused("internal");
      }
      work();
      task.status = "succeeded";
    } catch (error) {
      Object.assign(task, { status: "failed", error: fault(error instanceof Refused ? error.code : "internal") });
    }
  }
}

function fault(code: string) {
  return { message: "", code, type: code === "internal" ? "internal" : "invalid_request", link: "" };
}
