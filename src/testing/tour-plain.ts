// The tour of replies in plain words: asked back, two readings, and the way to the office.
import { task } from "./agreed.ts";
import { invited, type Tour } from "./tour.ts";

const said = {
  de: ["Komme, brauche aber einen Rollstuhlplatz.", "Wahrscheinlich komme ich, sonst meine Stellvertretung.", "Bitte rufen Sie mich an.", "hängt am Jobcenter"],
  en: [
    "I will come but need a wheelchair space.",
    "I will probably come, otherwise my substitute.",
    "Please give me a call.",
    "stuck, waiting for the job centre",
  ],
} as const;

const plain: Tour = async (open, language) => {
  const world = await invited(open, (rows) => ({ ...rows, Task: [task({ number: 3, personId: "dgb-1", state: "accepted" })] }));
  for (const words of [...said[language].slice(0, 3), ...said.de.slice(0, 3)]) await world.say("ihk-1", words);
  await world.say("dgb-1", "aufgabe A-3");
  await world.say("dgb-1", said[language][3]);
};

export const plainTours: readonly Tour[] = [plain];
