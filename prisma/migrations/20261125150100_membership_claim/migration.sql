-- Somebody without a role says that they are a member: sealed, for the committee to check.
CREATE TABLE "membership_claim" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "reason" TEXT,
    "membershipId" UUID,

    CONSTRAINT "membership_claim_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "membership_claim_tokenHash_key" ON "membership_claim"("tokenHash");
CREATE INDEX "membership_claim_addressHash_idx" ON "membership_claim"("addressHash");
CREATE INDEX "membership_claim_state_confirmedAt_idx" ON "membership_claim"("state", "confirmedAt");
