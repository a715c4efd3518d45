// Reads out-of-office notes: the last day away and who stands in.
import { addDays, type Day } from "../time.ts";
import type { Slots } from "./meaning.ts";
import type { Spot } from "./names.ts";
import { plain, says } from "./plain.ts";
import type { Detail } from "./slots-times.ts";

/** The last day away: the day said behind „bis“, the day before the one said with „ab“ or „zurück am“. */
export function awaySlots({ reply, look, own }: Detail): Slots {
  const back = (spot: Spot<Day>) => {
    const left = plain(own.slice(Math.max(0, spot.from - 26), spot.from));
    const right = plain(own.slice(spot.to, spot.to + 32));
    return (
      says("(?:\\bab|back (?:on|in)|return(?:ing)? (?:on|to the office on)|zurück (?:am|ab)|wieder (?:am|ab)|am|from)\\s*(?:dem |the |den )?$").test(left) &&
      says("wieder|zurück|erreichbar|back|return").test(left + right) &&
      !says("bis (?:zum |einschließlich )*$").test(left)
    );
  };
  const { days } = look.spots;
  const until = days.find((spot) =>
    says(
      "(?:bis|until|till|through|to|-|–)\\s*(?:zum |einschließlich |einschl\\.? |inkl\\.? |and including |the |including |voraussichtlich )*(?:\\p{l}+, )?$",
    ).test(plain(own.slice(Math.max(0, spot.from - 30), spot.from))),
  );
  const returns = days.find(back);
  const day = until?.value ?? (returns ? addDays(returns.value, -1) : undefined);
  const deputy =
    look.spots.names.find(({ from }) =>
      says(
        "(?:an|vertretung|vertritt|vertreten|contact|durch|hilft|ist|wenden|übernimmt|:|hat|von|mich|ihnen|please|reach|to|colleague|kollegin|kollege|kollegen)\\s*(?:meine[nr]? |my |ihnen |bitte |sich |gern |unsere[nr]? )*$",
      ).test(plain(own.slice(Math.max(0, from - 34), from))),
    ) ?? look.spots.names.find(({ to }) => says("^ (?:vertritt|vertretung|hilft|übernimmt|will|can|is|steht|kann)").test(plain(own.slice(to, to + 24))));
  return { ...(day && day >= "2000" && reply.now ? { until: day } : {}), ...(deputy ? { deputy: deputy.value } : {}) };
}
