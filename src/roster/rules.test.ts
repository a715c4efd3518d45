// Who counts as what.
import { person, reply } from "../testing/examples.ts";
import { hold, kba, organisations, people } from "./example.ts";
import { isValid, mayAsk, membersOf, rightsOf } from "./rules.ts";

const today = "2026-09-15";
const desk = { holdings: [], shown: [], alliance: kba };

describe("Wer was darf", () => {
  it("lets somebody unknown ask only what everybody may ask", () => {
    const unknown = { holdings: [], shown: [] };
    expect(mayAsk(unknown, "anyone", today)).toBe(true);
    for (const who of ["linked", "delegate", "organiser"] as const) expect(mayAsk(unknown, who, today)).toBe(false);
  });

  it("counts the first and the last day of a seat, and no day before or after", () => {
    const term = { validFrom: "2026-09-15", validTo: "2026-09-20" } as const;
    expect([isValid(term, "2026-09-14"), isValid(term, "2026-09-15"), isValid(term, "2026-09-20"), isValid(term, "2026-09-21")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isValid({ validFrom: null, validTo: null }, today)).toBe(true);
  });

  it("takes holders and named substitutes for delegates, as long as their time lasts", () => {
    const at = (more: Parameters<typeof hold>[2]) => mayAsk({ ...desk, person: people.ihk, holdings: [hold("p-ihk", "o-ihk-1", more)] }, "delegate", today);
    expect(at({})).toBe(true);
    expect(at({ kind: "substitute" })).toBe(true);
    expect(at({ validTo: "2026-09-14" })).toBe(false);
    expect(at({ validFrom: "2026-09-16" })).toBe(false);
  });

  it("lets whoever was invited or named answer, but nobody else who has the card", () => {
    const invited = reply({ meetingId: "m1", personId: "p-ihk", allianceId: "kba", organisationId: "o-ihk", substituteId: "p-ihk-2" });
    const may = (who: string) => mayAsk({ ...desk, person: person({ id: who, allianceId: "kba" }), reply: invited }, "delegate", today);
    expect([may("p-ihk"), may("p-ihk-2"), may("p-guest")]).toEqual([true, true, false]);
  });

  it("keeps the office's commands for the office, whoever leads the alliance", () => {
    expect(mayAsk({ ...desk, person: people.office }, "organiser", today)).toBe(true);
    expect(mayAsk({ ...desk, person: { ...people.cdu1, roles: ["lead", "spokesperson"] } }, "organiser", today)).toBe(false);
    expect(mayAsk({ ...desk, person: people.office }, "delegate", today)).toBe(false);
  });

  it("grants no rights as long as the membership is not confirmed", () => {
    const [first] = organisations;
    if (!first) throw new Error("no organisation");
    expect(rightsOf({ ...first, mayPresent: true, mayAsk: true })).toEqual({ present: true, ask: true, answer: true });
    expect(rightsOf({ ...first, status: "pending_decision", mayAsk: true })).toEqual({ present: false, ask: false, answer: false });
  });

  it("counts people with a seat once, and as linked however many accounts they have", () => {
    const holdings = [hold("a", "s1"), hold("a", "s2"), hold("b", "s3"), hold("c", "s3", { kind: "substitute" }), hold("d", "s4", { validTo: "2026-01-01" })];
    const accounts = ["a", "a", "c"].map((personId, n) => ({
      id: `${n}`,
      allianceId: "kba",
      personId,
      messenger: "slack",
      tenant: "T1",
      user: `${n}`,
      address: {},
      linkedAt: new Date(0),
      receives: true,
      reachable: true,
      misread: 0,
    }));
    expect(membersOf(holdings, accounts, today)).toEqual({ all: 2, linked: 1 });
  });
});
