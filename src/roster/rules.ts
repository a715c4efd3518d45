// Who counts as what: valid seats, who may ask which command, what an organisation may do at a meeting.
import type { Who } from "../command.ts";
import type { Opened } from "../ports.ts";
import type { Day } from "../time.ts";
import type { Account, Holding, Organisation, Person } from "./model.ts";

/** Both days of a holding's time are in it; no day means no end. */
export const isValid = ({ validFrom, validTo }: Pick<Holding, "validFrom" | "validTo">, today: Day): boolean =>
  (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);

export const isOrganiser = (person: Pick<Person, "roles"> | undefined): boolean => person?.roles.includes("organiser") ?? false;

/** Whether somebody may ask a command; read from the desk, never from what a gesture says of itself. */
export function mayAsk(desk: Opened, who: Who, today: Day): boolean {
  if (who === "anyone") return true;
  const { person, alliance, reply } = desk;
  if (!person || !alliance) return false;
  switch (who) {
    case "linked":
      return true;
    case "organiser":
      return isOrganiser(person);
    case "chair":
      return isOrganiser(person) || person.roles.includes("lead");
    case "delegate":
      // Whoever was invited or named to come may answer, also after the seat has passed to somebody else; and a secretariat for its people.
      return (
        desk.holdings.some((holding) => isValid(holding, today)) ||
        reply?.personId === person.id ||
        reply?.substituteId === person.id ||
        (desk.assigned ?? []).length > 0
      );
  }
}

interface Rights {
  /** Presents projects under item 3. */
  readonly present: boolean;
  /** Asks questions under item 4. */
  readonly ask: boolean;
  readonly answer: boolean;
}

/** What an organisation may do at a meeting; nothing as long as its membership is not confirmed. */
export function rightsOf({ status, mayPresent, mayAsk: ask, mayAnswer }: Pick<Organisation, "status" | "mayPresent" | "mayAsk" | "mayAnswer">): Rights {
  const confirmed = status === "confirmed";
  return { present: confirmed && mayPresent, ask: confirmed && ask, answer: confirmed && mayAnswer };
}

/** People who hold a seat now, each once, and how many of them have an account. */
export function membersOf(holdings: readonly Holding[], accounts: readonly Account[], today: Day): { readonly all: number; readonly linked: number } {
  const people = new Set(holdings.filter((holding) => holding.kind === "holder" && isValid(holding, today)).map((holding) => holding.personId));
  const linked = new Set(accounts.map((account) => account.personId).filter((id) => people.has(id)));
  return { all: people.size, linked: linked.size };
}
