-- Notices that administrators put on forms.
CREATE TABLE "form_notice" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "texts" JSONB,
    "source" TEXT NOT NULL,
    "inForce" DATE NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_notice_pkey" PRIMARY KEY ("name","version")
);
