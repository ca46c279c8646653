import { describe, expect, it } from "vitest";
import { readReport } from "./report";

const crlf = (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"));

/** A report of delivery as Postfix writes it, for one recipient. */
function aReport(action: string, status: string, extra = ""): Buffer {
  return crlf(`Return-Path: <>
Delivered-To: returns+0123@portal.example
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: returns+0123@portal.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered. Status: 5.9.9
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Wed, 25 Nov 2026 10:00:00 +0000 (UTC)

Final-Recipient: rfc822; canary@example.org
${extra}Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 <canary@example.org>: user unknown

--b1
Content-Type: message/rfc822

From: no-reply@portal.example
To: canary@example.org
Subject: An answer

Action: failed
Status: 5.7.7
--b1--
`);
}

describe("a report of delivery", () => {
  it("tells the code of a failure that stays, and where it came to", async () => {
    const report = await readReport(aReport("failed", "5.1.1"));
    expect(report).toEqual({
      addresses: ["returns+0123@portal.example", "returns+0123@portal.example"],
      code: "5.1.1",
    });
  });

  it.each([
    ["delayed", "4.4.1"],
    ["delivered", "2.0.0"],
    ["relayed", "2.1.5"],
  ])("that says %s tells of no failure, whatever the letter that it quotes says", async (action, status) => {
    expect((await readReport(aReport(action, status))).code).toBeNull();
  });

  it("finds the failure among recipients, in any case, and has a code where the report gives none of its own", async () => {
    const other = "Action: delayed\nStatus: 4.0.0\n\nFinal-Recipient: rfc822; b@example.org\n";
    expect((await readReport(aReport("FAILED", "5.2.2 (mailbox full)", other))).code).toBe("5.2.2");
    expect((await readReport(aReport("failed", "unknown"))).code).toBe("5.0.0");
  });

  it.each([
    "",
    "\n\n",
    "Subject: I am away\nTo: returns+0123@portal.example\n\nAction: failed\nStatus: 5.1.1\n",
    "\u0000\uffff",
  ])("is not seen in what is none (%j)", async (text) => {
    expect((await readReport(crlf(text))).code).toBeNull();
  });
});

describe("a header that nobody sends in good faith", () => {
  it("is read as fast as any other: what is too long for an address is none", async () => {
    const long = "a".repeat(300_000);
    const { addresses } = await readReport(crlf(`To: ${long}@${long}, returns@portal.example\n\ntext\n`));
    expect(addresses).toEqual(["returns@portal.example"]);
  });
});
