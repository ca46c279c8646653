/**
 * Passkeys in the browser, by hand: the device wants bytes where JSON has base64url. Fetched only by pages that ask for
 * a passkey.
 */
type Described = { id: string; type: "public-key" };
type Creation = Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Described[];
};
type Use = Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> & { challenge: string };

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function create({ challenge, user, excludeCredentials = [], ...rest }: Creation): Promise<Credential | null> {
  const publicKey = {
    ...rest,
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map((one) => ({ ...one, id: bytesOf(one.id) })),
  };
  return navigator.credentials.create({ publicKey });
}

function use({ challenge, rpId, timeout, userVerification }: Use): Promise<Credential | null> {
  const publicKey = { rpId, timeout, userVerification, challenge: bytesOf(challenge) };
  return navigator.credentials.get({ publicKey });
}

function answerOf(credential: Credential | null): string {
  if (!(credential instanceof PublicKeyCredential)) throw new TypeError("no passkey");
  const { id, rawId, type, response } = credential;
  const parts: Record<string, string> = { clientDataJSON: textOf(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse)
    parts.attestationObject = textOf(response.attestationObject);
  if (response instanceof AuthenticatorAssertionResponse) {
    parts.authenticatorData = textOf(response.authenticatorData);
    parts.signature = textOf(response.signature);
  }
  return JSON.stringify({ id, rawId: textOf(rawId), type, response: parts, clientExtensionResults: {} });
}

/** Shows the button of `[data-passkey]` where the device and the address know passkeys, and sends what the device answers. */
export function offerPasskeys(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-passkey]")) {
    const { passkey: kind, passkeyHost: host = "", passkeyOptions: options = "{}" } = form.dataset;
    const here = location.hostname;
    if (!("PublicKeyCredential" in window) || (here !== host && !here.endsWith(`.${host}`))) continue;
    const button = form.querySelector("button");
    const field = form.querySelector<HTMLInputElement>('input[name="response"]');
    const failed = form.querySelector<HTMLElement>("[data-passkey-failed]");
    form.querySelector("[data-passkey-none]")?.remove();
    if (!button || !field || !failed) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      failed.hidden = true;
      const asked = kind === "add" ? create(JSON.parse(options)) : use(JSON.parse(options));
      const send = (credential: Credential | null) => {
        field.value = answerOf(credential);
        form.submit();
      };
      asked.then(send).catch(() => {
        failed.hidden = false;
      });
    });
  }
}
