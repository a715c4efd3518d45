// Finds which of the alliance's objectives a text is about, by the ids of its objectives.
import { says } from "./plain.ts";

const goals: readonly (readonly [string, RegExp])[] = [
  [
    "migrant_refugee_integration",
    says(
      "geflüchtet|flüchtling|migrant|migration|zuwander|zugewander|einwander|integration|asyl|deutschkurs|sprachkurs|integrationskurs|refugee|immigrant|newcomer|language (?:course|class)|german course|ausländisch|anerkennung (?:von|aus)|ukrain|syr",
    ),
  ],
  [
    "long_term_unemployment",
    says("langzeit|ältere[rn]? arbeitslos|long-term unemploy|longterm|lange arbeitslos|dauerhaft arbeitslos|über einem jahr arbeitslos|jobless for more"),
  ],
  [
    "female_employment",
    says(
      "frauen|alleinerzieh|kinderbetreuung|kita|mütter|wiedereinst|elternzeit|women|female|single (?:parent|mother)|childcare|mothers|nursery|weiblich|teilzeitquote",
    ),
  ],
  [
    "training_rate",
    says(
      "ausbildung|azubi|lehrstell|lehrling|berufskolleg|auszubildend|apprentic|trainee|vocational|bild(?:en|et) .{0,30}\\baus\\b|training (?:place|rate|position)|duales? studi|berufsschul|ausbild",
    ),
  ],
  [
    "skilled_labour_shortage",
    says(
      "fachkräft|fachkraft|skilled|personalmangel|labour shortage|labor shortage|arbeitskräftemangel|nachwuchsmangel|pflegekräfte|meister(?:mangel|nachwuchs)",
    ),
  ],
  [
    "unemployment_rate",
    says("(?<!jugend)(?<!langzeit)arbeitslosen(?:quote|zahl)|(?<!jugend)(?<!langzeit)arbeitslosigkeit|erwerbslosenquote|unemployment|jobless"),
  ],
  [
    "potentials_networking",
    says("vernetz|netzwerk|networking|zusammenarbeit (?:der|aller|zwischen)|potenzial|potential|kooperation (?:der|aller|zwischen)|working together"),
  ],
];
export const goalOf = (plainly: string): string | undefined => goals.find(([, sign]) => sign.test(plainly))?.[0];
