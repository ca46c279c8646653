-- Signing in by a link in a mail, and by passkeys.
CREATE TABLE "sign_in_wish" (
    "id" UUID NOT NULL,
    "sealedAddress" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_wish_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sign_in_link" (
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "sign_in_link_expiresAt_idx" ON "sign_in_link"("expiresAt");
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "passkey_personId_idx" ON "passkey"("personId");
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
