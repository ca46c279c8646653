-- Working days, told version by version; the last day for a unit to take a suggestion on, which is counted in them.
CREATE TABLE "calendar_day" (
    "region" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "inForce" DATE,
    "confirmed" BOOLEAN NOT NULL,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("region","day","version")
);

ALTER TABLE "suggestion" ADD COLUMN "acceptBy" DATE;
