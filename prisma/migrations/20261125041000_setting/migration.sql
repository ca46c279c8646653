-- Deadlines, periods of keeping and limits, as administrators set them: each value with its source and its first day.
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "inForce" DATE NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name","version")
);
