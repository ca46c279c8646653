-- Whom a provider of single sign-on knows somebody as.
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");
CREATE INDEX "identity_personId_idx" ON "identity"("personId");
ALTER TABLE "identity" ADD CONSTRAINT "identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A role that a provider gives names it: it is the provider's to end.
ALTER TABLE "grant" ADD COLUMN "source" TEXT;
