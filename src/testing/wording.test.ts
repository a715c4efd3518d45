// x
import { gallery } from "./gallery.ts";
import { buttonsOf } from "../card.ts";
test.each(["de", "en"] as const)("%s", async (l) => {
  const g = await gallery(l);
  const fs = require("fs");
  fs.writeFileSync(`/tmp/gallery-${l}.txt`, g.cards.map((c) => `== ${c.name}\n${c.twin}\n${c.card.elements.flatMap((e) => e.type === "choice" ? ["‹" + e.options.map((o) => o.label).join("|") + "›\n"] : []).join("")}[${buttonsOf(c.card).map((b) => b.label).join("] [")}]`).join("\n\n"));
  fs.writeFileSync(`/tmp/forms-${l}.txt`, JSON.stringify(g.forms, null, 1));
  const m = new Map<string, Set<string>>();
  for (const c of g.cards) for (const b of buttonsOf(c.card)) if ("wish" in b) { const k = b.wish.command; m.set(k, (m.get(k) ?? new Set()).add(b.label)); }
  fs.writeFileSync(`/tmp/labels-${l}.txt`, [...m].map(([k, v]) => `${k}: ${[...v].join(" | ")}`).sort().join("\n"));
});
