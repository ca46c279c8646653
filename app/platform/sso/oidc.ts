import * as oidc from "openid-client";

/** What is needed of a provider to speak to it. */
export type Party = { id: string; issuer: string; clientId: string; clientSecret: string };

/** What ties an answer of the provider to the question: kept by the browser, sealed, until the answer comes. */
export type Question = { state: string; nonce: string; verifier: string };

/** So long, in seconds, a provider may take for an answer. */
const patience = 8;

const known = new Map<string, Promise<oidc.Configuration>>();

/** What a provider says of itself, asked once; a failure is forgotten, so that the next one asks anew. */
function configurationOf({ issuer, clientId, clientSecret }: Party): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId}`;
  const made =
    known.get(key) ??
    oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: patience,
      // The signature of a token is checked though it comes straight from the provider. The setting allows http for one on
      // this machine alone.
      execute: [oidc.enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [])],
    });
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/** Where to send somebody to, and what must come back with them. Throws where the provider does not answer. */
export async function question(party: Party, redirectUri: string): Promise<{ to: URL; question: Question }> {
  const configuration = await configurationOf(party);
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const to = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: "openid profile email",
    response_type: "code",
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { to, question: { state, nonce, verifier } };
}

/**
 * Exchanges the code that a provider sent somebody back with, and gives the claims of its token, checked: signature,
 * issuer, audience, time, nonce and state. Throws where anything is wrong, or the provider does not answer.
 */
export async function claimsOf(party: Party, came: URL, { state, nonce, verifier }: Question) {
  const configuration = await configurationOf(party);
  const tokens = await oidc.authorizationCodeGrant(configuration, came, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("The provider sent no token of identity.");
  return claims;
}
