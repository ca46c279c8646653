import { beforeAll, describe, expect, it } from "vitest";
import { openReceipt } from "~/domain/enquiry/enquiry.server";
import { setClock } from "~/platform/clock";
import { onceCookie } from "~/platform/session/cookies";
import { freshDatabase } from "../../setup/database";
import { answerOf, ask, aWish, sentBack, visit } from "./visit";

beforeAll(freshDatabase);

const receiptIn = async (cookies: string[]) => openReceipt(await onceCookie().parse(sentBack(cookies)));

describe("a form that is replayed", () => {
  it("tells its code again within the hour, for who lost the line, and never later", async () => {
    const wish = aWish();
    const first = await receiptIn((await answerOf(ask.action(visit({ body: wish })))).cookies);
    const soon = await receiptIn((await answerOf(ask.action(visit({ body: wish })))).cookies);
    expect(soon).toEqual(first);
    const restore = setClock(() => new Date(Date.now() + 3_600_000));
    const late = await receiptIn((await answerOf(ask.action(visit({ body: wish })))).cookies);
    restore();
    expect(late).toEqual({ reference: first?.reference, code: null });
  });
});
