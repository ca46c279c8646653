import { AsyncLocalStorage } from "node:async_hooks";

/** From where a request comes: the prefix of its network, and its country where a proxy of ours says so. */
export type Whence = { network: string | null; country: string | null };

const nowhere: Whence = { network: null, country: null };
const requests = new AsyncLocalStorage<Whence>();

/** Does the work of one request; whatever it does can ask from where the request came. */
export function comingFrom<T>(place: Whence, work: () => T): T {
  return requests.run(place, work);
}

/** From where the request comes that is worked on; nothing known outside of one. */
export function whence(): Whence {
  return requests.getStore() ?? nowhere;
}
