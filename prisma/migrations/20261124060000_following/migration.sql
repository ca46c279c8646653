-- Following searches and records by mail.
CREATE TABLE "follower" (
    "id" UUID NOT NULL,
    "addressHash" TEXT NOT NULL,
    "sealedAddress" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "rhythm" TEXT NOT NULL,
    "lastDay" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follower_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "follower_addressHash_key" ON "follower"("addressHash");

CREATE TABLE "follow" (
    "id" UUID NOT NULL,
    "followerId" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "wish" JSONB NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "toldUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "follow_followerId_fkey" FOREIGN KEY ("followerId") REFERENCES "follower"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "follow_followerId_target_key" ON "follow"("followerId", "target");
CREATE INDEX "follow_confirmedAt_createdAt_idx" ON "follow"("confirmedAt", "createdAt");
