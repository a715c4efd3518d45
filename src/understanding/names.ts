// Finds the people a reply names: „Frau Dr. Meier“, „die Kollegin Albers“, “my colleague Jane Doe”, “@Kaya”.

export interface Spot<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

const title = "frau|fr\\.|herrn?|hr\\.|hrn\\.?|ms\\.?|mrs\\.?|mr\\.?|mx\\.?|miss";
const colleague =
  "(?:(?:mein(?:e[nmr]?)?|unser(?:e[nmr]?)?|de[nmr]|die|my|our|the|a|eine?[nm]?) )?(?:(?:liebe[nr]?|gesch(?:ä|ae)tzte[nr]?|neue[nr]?) )?(?<role>kollegin|kollegen|kollege|genossin|genossen|genosse|stellvertreterin|stellvertreters?|vertreterin|vertreter|assistentin|assistenten?|referentin|referenten?|mitarbeiterin|mitarbeiters?|colleague|deputy|assistant|comrade)";
const degree = "(?:(?:prof\\.?|dr\\.?|professorin|professor|dipl\\.-ing\\.|mdl|stadtrat|stadträtin|ratsherrn?|ratsfrau) )*";
const word = "(?:[\\p{L}][\\p{L}'’-]*[\\p{L}](?![\\p{L}])|[\\p{Lu}]\\.)";
const particle = "(?:(?:von|van|de|zu|zur|al|el|der|den) )*";

const titled = new RegExp(
  `(?<![\\p{L}@])(?<title>(?:${title})(?<=\\.| |\\p{L}(?= ))) ?(?<degree>${degree})(?<name>${particle}${word})(?<more>(?: [\\p{Lu}][\\p{L}'’-]+)?)`,
  "giu",
);
const doctor = new RegExp(
  `(?<![\\p{L}@])(?<degree>(?:(?:prof|dr|professor(?:in)?)(?:\\. ?| ))+)(?<name>${particle}${word})(?<more>(?: [\\p{Lu}][\\p{L}'’-]+)?)`,
  "giu",
);
const peer = new RegExp(`(?<![\\p{L}@])${colleague},? (?<degree>${degree})(?<name>[\\p{L}][\\p{L}'’-]+)(?<more>(?: [\\p{Lu}][\\p{L}'’-]+)?)`, "giu");
const mention = /(?<![\w@.])@(?!(?:channel|here|everyone|all|alle|team)\b)[\p{L}][\p{L}\p{N}._-]*[\p{L}\p{N}]|<@[A-Z0-9]{3,}>/giu;
/** Two words in capitals that no title introduces, where the sentence says that a person is meant. */
const pair = /(?<![\p{L}@])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?:von |van |de )?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?!\p{L})/gu;

/** Words that follow a title or „Kollegin“ in running text without being a name. */
const noName = new Set(
  "und oder ist hat wird kommt kann nimmt springt vertritt geht statt statt für bitte aus von vom im in am an auf der die das mein meine ein eine als wäre will möchte macht muss schon auch leider doch nicht noch wieder übernimmt uebernimmt fragt wenn falls weil wegen bei mit ohne zu zum zur nach vor bis ab um wer wo sich ihn sie er es ich wir dann dort hier gern gerne sowie sondern aber would will can could is has was who instead from of at in on for and or not please stellvertreter stellvertreterin vertretung kollegin kollege kollegen oberbürgermeister oberbürgermeisterin bürgermeister bürgermeisterin vorsitzende vorsitzender präsident präsidentin demnächst morgen heute takes takes over to the handles may might should does comes goes attends steps sends".split(
    " ",
  ),
);
/** Surnames are capitalised; behind them no verb belongs to the name. */
const notSecond =
  /^(?:Sie|Ihnen|Ihr|Ich|Wir|Und|Als|Statt|Bitte|Danke|Kommt|Ist|Für|Vertretung|TOP|Folien|Thema|Abteilung|Instead|Will|Can|The|From|Telefon|Tel|Durchwahl|Mail|Leiter|Leiterin|Referent|Referentin|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)$/;

const capital = (name: string): string => name.replace(/(^|[-\s'’])(\p{Ll})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase());
const feminine = /^(?:kollegin|genossin|stellvertreterin|vertreterin|assistentin|referentin|mitarbeiterin)$/;
const english = /^(?:colleague|deputy|assistant|comrade)$/;

function titleOf(said: string): string {
  const known = said.toLowerCase().replace(".", "");
  if (known === "frau" || known === "fr") return "Frau";
  if (known.startsWith("herr") || known.startsWith("hr")) return "Herr";
  return capital(known);
}

const degreeOf = (said: string): string => (said === "" ? "" : `${said.replace(/ +/g, " ").trim().split(" ").map(capital).join(" ")} `);

function wholeName(groups: Readonly<Record<string, string | undefined>>): { name: string; cut: number } | undefined {
  const name = groups["name"] ?? "";
  const last = name.split(" ").at(-1) ?? "";
  if (noName.has(last.toLowerCase())) return undefined;
  const more = (groups["more"] ?? "").trim();
  // Without capitals nothing tells a second name from the next word.
  const dropped = more === "" || /^\p{Ll}/u.test(more) || notSecond.test(more) || noName.has(more.toLowerCase());
  return { name: capital(dropped ? name : `${name} ${more}`), cut: dropped ? (groups["more"] ?? "").length : 0 };
}

/** Who is named, in order; `loose` also takes two capitalised words for a name. */
export function findNames(text: string, loose = false): readonly Spot<string>[] {
  const found: Spot<string>[] = [];
  const add = (match: RegExpMatchArray, cut: number, value: string) => {
    const from = match.index ?? 0;
    const to = from + match[0].length - cut;
    if (!found.some((other) => from < other.to && other.from < to)) found.push({ from, to, value });
  };
  for (const match of text.matchAll(mention)) add(match, 0, match[0]);
  for (const match of text.matchAll(titled)) {
    const said = wholeName(match.groups ?? {});
    if (said) add(match, said.cut, `${titleOf(match.groups?.["title"] ?? "")} ${degreeOf(match.groups?.["degree"] ?? "")}${said.name}`);
  }
  for (const match of text.matchAll(peer)) {
    const said = wholeName(match.groups ?? {});
    const role = (match.groups?.["role"] ?? "").toLowerCase();
    const raw = match.groups?.["name"] ?? "";
    if (!said || (/^\p{Ll}/u.test(raw) && (english.test(role) || /(?:t|en|ig|lich|et)$/.test(raw)))) continue;
    const known = english.test(role) || said.name.includes(" ") ? "" : feminine.test(role) ? "Frau " : "Herr ";
    add(match, said.cut, `${known}${degreeOf(match.groups?.["degree"] ?? "")}${said.name}`);
  }
  for (const match of text.matchAll(doctor)) {
    const said = wholeName(match.groups ?? {});
    if (said) add(match, said.cut, `${degreeOf(match.groups?.["degree"] ?? "")}${said.name}`);
  }
  if (loose) {
    for (const match of text.matchAll(pair)) {
      const [first = "", ...rest] = match[0].split(" ");
      if (!commonStart.test(first) && !rest.some((it) => notSecond.test(it))) add(match, 0, match[0]);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Capitalised words that begin sentences or are nouns of this work, never first names. */
const commonStart =
  /^(?:Eine?[nmr]?|Keine?[nmr]?|Jede[rnms]?|Alle|Ich|Wir|Bitte|Danke|Der|Die|Das|Den|Dem|Für|Als|Statt|Unser|Unsere|Unseren|Mein|Meine|Meinen|Meiner|Es|Im|In|Am|An|Bei|Mit|Von|Vom|Zur|Zum|Sie|Er|Hallo|Guten|Liebe|Lieber|Vertretung|Vertreter|Vertreterin|Stellvertretung|Absage|Zusage|Termin|Sitzung|Agentur|Hochschule|Handwerkskammer|Kammer|Fraktion|Stadt|Krefelder|Bündnis|Projekt|Programm|Initiative|Ja|Nein|Leider|Kollegin|Kollege|Kollegen|Frau|Herr|Herrn|Neuer|Neue|Titel|Thema|Vortrag|Frage|Aufgabe|Deutscher|Industrie|Ab|Bis|Um|Chamber|Employment|Lord|State|Dear|The|My|Our|Please|Instead|Sorry|Yes|No|Thanks|Thank|Yours|Kind|Best|Q|It|She|He|They|We|I|Unfortunately|Mittlerer|Ratsgruppe|Neu|Zuständig|Ansprechpartner|Wenn|Falls|Da|So|Aber|Und|Oder|Nur|Nicht|Kein|Keine|Zwei|Drei|Top|Was|Wie|Wer|Wann|Wo|Warum|Stattdessen|Anstelle|Dafür|Diesmal|Künftig|Kommt|Komme|Schicke|Ersatz|Sprecher|Sprecherin|Redner|Referentin|Referent|Zum|Nach|Vor|Seit|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|September|Oktober|November|Dezember|Ende|Anfang|Mitte)$/;
