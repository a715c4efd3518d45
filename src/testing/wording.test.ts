// x
import { gallery } from "./gallery.ts";
import { buttonsOf } from "../card.ts";
test.each(["de", "en"] as const)("%s", async (l) => {
  const g = await gallery(l);
  const fs = require("fs");
  fs.writeFileSync(`/tmp/gallery-${l}.txt`, g.cards.map((c) => `== ${c.name}\n${c.twin}\n${c.card.elements.flatMap((e) => e.type === "choice" ? ["‹" + e.options.map((o) => o.label).join("|") + "›\n"] : []).join("")}[${buttonsOf(c.card).map((b) => b.label).join("] [")}]`).join("\n\n"));
  fs.writeFileSync(`/tmp/forms-${l}.txt`, JSON.stringify(g.forms, null, 1));
  fs.writeFileSync(`/tmp/names-${l}.txt`, [...new Set([...g.cards.map((c) => c.name), ...g.forms.map((f) => f.name)])].sort().join("\n"));
  console.log(g.cards.length, g.forms.length);
});
