-- What somebody is a member as, for one term.
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "personId" UUID,
    "grantId" UUID,
    "name" TEXT NOT NULL,
    "nameLatin" TEXT,
    "locale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "session" INTEGER NOT NULL,
    "sector" TEXT,
    "liaisonGroup" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "folded" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "membership_grantId_key" ON "membership"("grantId");
CREATE INDEX "membership_email_idx" ON "membership"("email");
CREATE INDEX "membership_personId_idx" ON "membership"("personId");
CREATE INDEX "membership_name_id_idx" ON "membership"("name", "id");
ALTER TABLE "membership" ADD CONSTRAINT "membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
