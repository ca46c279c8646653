-- A list that somebody takes along: what was asked for lies sealed, and so do the pieces of the file that is made.
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sealedWish" BYTEA NOT NULL,
    "wishHash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "run" UUID,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "size" BIGINT,
    "sha256" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "asOf" TIMESTAMPTZ(3),
    "readyAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "export_personId_askedAt_idx" ON "export"("personId", "askedAt");
CREATE INDEX "export_expiresAt_idx" ON "export"("expiresAt");
ALTER TABLE "export" ADD CONSTRAINT "export_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "export_part" (
    "exportId" UUID NOT NULL,
    "run" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "storageKey" TEXT NOT NULL,

    CONSTRAINT "export_part_pkey" PRIMARY KEY ("exportId", "run", "number")
);
