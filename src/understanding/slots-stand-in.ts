// Reads who comes in somebody's place, for one meeting or for good.
import type { Slots } from "./meaning.ts";
import { findNames } from "./names.ts";
import { plain, says } from "./plain.ts";
import { revised } from "./slots-rsvp.ts";
import type { Detail } from "./slots-times.ts";

const role =
  /\b(?:stellvertretende[rn]? [A-ZÄÖÜ][\p{L}-]+|(?:Stellvertreter(?:in)?|Geschäftsführer(?:in)?|Geschaeftsfuehrer(?:in)?|Büroleiter(?:in)?|Abteilungsleiter(?:in)?|Abteilungsleitung|Referent(?:in)?|Referatsleiter(?:in)?|Bereichsleiter(?:in)?|Teamleiter(?:in)?|Vorsitzende[rn]?|Vorstand|Konrektor(?:in)?|Prorektor(?:in)?|Prodekan(?:in)?|Schulleiter(?:in)?|Assistent(?:in)?|Sachbearbeiter(?:in)?|Praktikant(?:in)?|Vize\p{L}*|Sekretär(?:in)?|Bevollmächtigte[rn]?|Fachbereichsleiter(?:in)?|Pressesprecher(?:in)?)|deputy head|vice[- ][a-z]+|managing director|deputy|assistant|secretary|head of [a-z]+)(?![\p{L}])/giu;

/** „Unser Prokurist kommt“: whoever acts for „unser“ and is no mere colleague is named by the office held. */
const acting =
  /\b(?:[Uu]nsere?|[Mm]eine?|[Dd]er|[Dd]ie) (?:neue[rn]? )?(?!Kolleg|Vertret|Stellvertret|Fraktion|Verband|Kammer|Person|Ersatz|Mitarbeit|Sekretariat)(\p{Lu}\p{Ll}{3,}) (?:kommt|nimmt|vertritt|übernimmt|geht|springt|erscheint|fährt)/u;

export function substituteSlots(detail: Detail): Slots {
  const { own, plainly, look, reply } = detail;
  const names = look.spots.names.length > 0 ? look.spots.names : findNames(own, true);
  const leavers = names.filter(
    ({ from, to }) =>
      says("(?:\\bstatt|anstelle von|instead of|nicht|für|in place of|anstatt|rather than)\\s*$").test(plain(own.slice(Math.max(0, from - 18), from))) ||
      says("^ (?:kann (?:leider )?nicht|ist (?:leider )?(?:verhindert|krank)|cannot|can't|fällt aus|is (?:ill|sick|unable))").test(
        plain(own.slice(to, to + 30)),
      ),
  );
  const comers = names.filter((name) => !leavers.includes(name));
  const [first, second] = comers.length > 0 ? comers : names;
  const said = own.match(role)?.[0] ?? acting.exec(own)?.[1];
  const org = look.spots.organisations.find(({ from }) =>
    says(
      "(?:jemand\\p{l}*|einer|eine|kolleg\\p{l}*|vertret\\p{l}*|someone|somebody|person) (?:von|vom|aus|from|of|durch|by)\\s*(?:der |dem |the )?$|vertretung durch (?:die |das |den )?$|vertreten (?:durch|von) (?:die |der |dem )?$",
    ).test(plain(own.slice(Math.max(0, from - 32), from))),
  );
  const named: Slots = first ? { substitute_name: first.value } : {};
  if (second && second.value !== first?.value && says("\\boder\\b|\\bor\\b|ersatzweise|sonst|notfalls|otherwise|wenn|alternativ").test(plainly))
    named.substitute_name_2 = second.value;
  const title = said && !says("^(?:stellvertreter(?:in)?|deputy)$").test(plain(said)) ? said : !first && said ? said : undefined;
  return {
    ...named,
    ...(title ? { substitute_role: title } : {}),
    ...(org ? { substitute_org: org.value } : {}),
    ...(!first && !title && reply.context !== "task" ? { substitute_open: true } : {}),
    ...revised(detail),
  };
}

export function nominateSlots({ own, look }: Detail): Slots {
  const names = (look.spots.names.length > 0 ? look.spots.names : findNames(own, true)).filter(
    ({ from }) => !says("(?:\\bstatt|anstelle von|instead of|nicht|ersetzt|replaces|für)\\s*$").test(plain(own.slice(Math.max(0, from - 16), from))),
  );
  return names.length > 0 ? { names: [...new Set(names.map(({ value }) => value))] } : {};
}
