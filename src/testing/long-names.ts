// Names and places as long as real ones get, so that every limit is met once.
import type { SomeRows } from "./store.ts";

const organisation = {
  de: (n: number) => `Kreisverband ${n} der Arbeitsgemeinschaft der Wirtschafts- und Sozialverbände Krefeld, Viersen und Mönchengladbach am Niederrhein`,
  en: (n: number) => `District ${n} of the Association of Business and Welfare Federations of Krefeld, Viersen and Mönchengladbach on the Lower Rhine`,
};
const first = [
  "Maximiliane",
  "Konstantin",
  "Friederike",
  "Bartholomäus",
  "Wilhelmine",
  "Theodor",
  "Hannelore",
  "Ferdinand",
  "Annegret",
  "Leopold",
  "Rosalinde",
];
const person = (n: number) => `Prof. Dr. ${first[n % first.length]}-Alexandra von Hohenstein-Schwarzenberg-Rudolstadt ${n}`;
/** 120 characters, as many as a place may have. */
const place = "Seidenweberhaus, Großer Saal Nord, Eingang Theaterplatz, barrierefrei über die Rampe an der Sankt-Anton-Straße 69, 47798";

export const longNames = (rows: SomeRows): SomeRows => ({
  ...rows,
  Alliance: (rows.Alliance ?? []).map((it) => ({
    ...it,
    nameDe: "Krefelder Bündnis für Arbeit und Bildung",
    nameEn: "Krefeld Alliance for Jobs and Education",
    usualPlace: place.slice(0, 120),
    office: {
      responsible: "Stadt Krefeld, Der Oberbürgermeister, Fachbereich Wirtschaftsförderung, Geschäftsstelle des Bündnisses",
      phone: "+49 2151 86-0 oder 0800 1234567",
      email: "geschaeftsstelle.des.buendnisses.fuer.arbeit@wirtschaftsfoerderung.krefeld.example",
    },
  })),
  Organisation: (rows.Organisation ?? []).map((it, n) => ({
    ...it,
    nameDe: organisation.de(n + 1),
    nameEn: organisation.en(n + 1),
    aliases: [...it.aliases, it.nameDe],
  })),
  Person: (rows.Person ?? []).map((it, n) => ({
    ...it,
    name: person(n + 1),
    nameEn: person(n + 1),
    email: `vorname.nachname.${n}@arbeitsgemeinschaft-krefeld.example`,
  })),
});
