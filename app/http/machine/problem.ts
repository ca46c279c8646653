const open = { "Access-Control-Allow-Origin": "*" };

/** An answer of the public interface: the same for everybody, so kept and shared. */
export function openJson(body: unknown, caching = "public, max-age=0, must-revalidate"): Response {
  return Response.json(body, { headers: { ...open, "Cache-Control": caching } });
}

/** A fault of the public interface as a problem document (RFC 9457). Titles are for programmers and stand in English. */
export function problem(status: number, title: string, particulars: Record<string, unknown> = {}): Response {
  const body = JSON.stringify({ type: "about:blank", title, status, ...particulars });
  return new Response(body, {
    status,
    headers: { ...open, "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}
