/**
 * The same request with a body that breaks off after `most` bytes, for senders that do not say its length beforehand;
 * `exceeded` tells whether it did.
 */
export function measured(request: Request, most: number): { request: Request; exceeded: () => boolean } {
  if (!request.body) return { request, exceeded: () => false };
  let size = 0;
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      size += part.byteLength;
      if (size > most) controller.error(new RangeError("The body of a request is too large."));
      else controller.enqueue(part);
    },
  });
  const body = request.body.pipeThrough(meter);
  return { request: new Request(request, { body, duplex: "half" }), exceeded: () => size > most };
}
