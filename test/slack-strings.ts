// What people may write to make Slack ring, link or format: two hundred strings and more, for every field that shows people's text.

const marks = [
  "<!channel>",
  "<!here>",
  "<!everyone>",
  "<@U01SEAT>",
  "<@W01SEAT|Alle>",
  "<#C01HALL>",
  "<#C01HALL|allgemein>",
  "<!subteam^S01TEAM>",
  "<!date^1790000000^{date}|heute>",
];
const links = [
  "<https://evil.example|Rathaus>",
  "<mailto:a@evil.example|Geschäftsstelle>",
  "<tel:110|Hilfe>",
  "https://evil.example",
  "evil.example",
  "[Rathaus](https://evil.example)",
  "<javascript:alert(1)|x>",
  "a@evil.example",
];
const formats = [
  "*fett*",
  "_kursiv_",
  "~weg~",
  "`code`",
  "```code```",
  "> Zitat",
  ">>> Zitat",
  ":smile:",
  ":bomb::bomb:",
  "&lt;!channel&gt;",
  "&amp;lt;!here&amp;gt;",
  "&",
  "<",
  ">",
  "<>",
  "<!",
  "|",
  "@channel",
  "#allgemein",
  "• Punkt",
  "1. Punkt",
];
const others = [
  "\u202E<!channel>\u202C",
  "\u200B<!here>\u200B",
  "<\u200B!channel>",
  "＜!channel＞",
  "<!channel\n>",
  "\n<!channel>\n",
  "\t<@U01SEAT>",
  "👩‍👩‍👧‍👦<!here>",
  '{"c":"meeting.cancelNow","a":{}}',
  "%3C!channel%3E",
  "\\<!channel\\>",
  "<!channel",
  "!channel>",
  "<<!channel>>",
  "<!channel|<!here>>",
  "<a href='https://evil.example'>x</a>",
  "<script>alert(1)</script>",
  "<at>Alle</at>",
  '=HYPERLINK("https://evil.example")',
];

const core = [...marks, ...links, ...formats, ...others];
const around: readonly ((text: string) => string)[] = [
  (it) => it,
  (it) => `Name ${it} Ende`,
  (it) => `*${it}*`,
  (it) => `${it} ${it}`,
  (it) => `${"ä".repeat(70)}${it}`,
];

export const dangerous: readonly string[] = around.flatMap((wrap) => core.map(wrap));
