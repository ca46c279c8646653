-- Sessions can be told apart, listed and ended; limits say how long to wait.
ALTER TABLE "session" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "session" ADD COLUMN "previousHash" TEXT;
ALTER TABLE "session" ADD COLUMN "rotatedAt" TIMESTAMPTZ(3);
ALTER TABLE "session" ADD COLUMN "rights" TEXT;
ALTER TABLE "session" ADD COLUMN "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "session" ADD COLUMN "provedAt" TIMESTAMPTZ(3);
ALTER TABLE "session" ADD COLUMN "factor" TEXT;
ALTER TABLE "session" ADD COLUMN "network" TEXT NOT NULL DEFAULT '';
ALTER TABLE "session" ADD COLUMN "device" TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");
CREATE UNIQUE INDEX "session_previousHash_key" ON "session"("previousHash");
CREATE INDEX "session_personId_idx" ON "session"("personId");

ALTER TABLE "rate_limit" ADD COLUMN "waitUntil" TIMESTAMPTZ(3);
CREATE INDEX "rate_limit_expiresAt_idx" ON "rate_limit"("expiresAt");
