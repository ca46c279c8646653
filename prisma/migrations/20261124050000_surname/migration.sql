-- Family names with the spellings under which families abroad look for their home.
CREATE TABLE "surname" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,

    CONSTRAINT "surname_pkey" PRIMARY KEY ("slug")
);
