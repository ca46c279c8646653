import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Who the provider says that somebody is when they come next. */
export type Somebody = { sub: string; claims?: Record<string, unknown>; acr?: string; amr?: string[]; ago?: number };

/**
 * A real provider of OpenID Connect on this machine. Who comes is asked by a form with a field `sub`, or is `next` where a
 * test names somebody. `broken`: what it does wrong.
 */
export async function aProvider(id: string, clientId = "qiaoqiao") {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const port = (server.address() as AddressInfo).port;
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Somebody>();
  const held: { next: Somebody | null } = { next: null };
  const redirects: string[] = [];
  const secret = `secret-of-${id}`;
  const build = () =>
    new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: secret,
          redirect_uris: redirects,
          response_types: ["code"],
          grant_types: ["authorization_code"],
        },
      ],
      claims: { openid: ["sub", "groups", "acr", "amr", "auth_time"], profile: ["name"], email: ["email"] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      cookies: { keys: ["test"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub)?.claims }) }),
    });
  const provider: { it: Provider | null } = { it: null };
  server.on("request", (request, response) => {
    provider.it ??= build();
    const it = provider.it;
    if (!request.url?.startsWith("/interaction/")) return void it.callback()(request, response);
    const finish = async (somebody: Somebody) => {
      people.set(somebody.sub, somebody);
      const { params } = await it.interactionDetails(request, response);
      const grant = new it.Grant({ accountId: somebody.sub, clientId: String(params.client_id) });
      grant.addOIDCScope(String(params.scope));
      const ts = Math.floor(Date.now() / 1000) - (somebody.ago ?? 0);
      const login = { accountId: somebody.sub, acr: somebody.acr, amr: somebody.amr, ts, remember: false };
      await it.interactionFinished(request, response, { login, consent: { grantId: await grant.save() } });
    };
    if (held.next) return void finish(held.next);
    if (request.method === "POST") {
      let body = "";
      request.on("data", (piece: Buffer) => (body += piece.toString()));
      request.on("end", () => void finish({ sub: new URLSearchParams(body).get("sub") ?? "" }));
      return;
    }
    response.setHeader("Content-Type", "text/html");
    response.end(`<form method="post"><input name="sub"><button>Go on</button></form>`);
  });
  return {
    issuer,
    held,
    /** Allows sending people back to this address; before the first of them comes. */
    redirectTo: (url: string) => redirects.push(url),
    /** The setting that names this provider. */
    setting: (more: object = {}) => ({
      id,
      names: { "zh-Hans": "测试机构", "zh-Hant": "測試機構", en: "Test body", pt: "Entidade de teste" },
      issuer,
      clientId,
      clientSecret: secret,
      ...more,
    }),
    stop: () => new Promise((done) => server.close(done)),
  };
}
