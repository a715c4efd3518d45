// Slack's marks turned back into what people typed.

/** Longer messages are no replies; what follows is not read. */
const longest = 12_000;

/** Slack's marks turned back into what the person typed; the bot's own name is left out. */
export function words(text: string, self?: string): string {
  return text
    .slice(0, longest)
    .replace(/<([@#!])([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign: string, name: string, label?: string) =>
      sign === "@" && name === self ? "" : `${sign === "#" ? "#" : "@"}${(label ?? name).replace(/^[@#]/, "")}`,
    )
    .replace(/<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/g, (_, address: string, label?: string) => label ?? address.replace(/^(mailto|tel):/, ""))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/^[\s,:]+|\s+$/g, "");
}
