-- A second factor: codes by time, and codes to get in when the device is lost.
CREATE TABLE "totp" (
    "personId" UUID NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "lastStep" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("personId")
);
ALTER TABLE "totp" ADD CONSTRAINT "totp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "recovery_code" (
    "hash" TEXT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "recovery_code_personId_idx" ON "recovery_code"("personId");
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
