-- The kinds of devices that somebody signs in with, so that a new one is told to them.
CREATE TABLE "known_device" (
    "personId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("personId","device","country"),
    CONSTRAINT "known_device_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "known_device_seenAt_idx" ON "known_device"("seenAt");

-- An address is sealed for the worker to look up: to send a link, or to warn whose it is.
ALTER TABLE "sign_in_wish" ADD COLUMN "warns" BOOLEAN NOT NULL DEFAULT false;
