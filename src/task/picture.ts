// The state of the objectives as a picture: one bar each, drawn as SVG from figures that ride in its link, so that it shows for ever what it showed first.
import { languages, translator } from "../../locales/index.ts";
import type { View } from "../ports.ts";
import type { Reader } from "../reader.ts";
import type { Alliance, Objective } from "../roster/model.ts";
import { type Day, isDay, showDay } from "../time.ts";
import { objectiveName } from "./forms.ts";
import type { Standing } from "./ledger.ts";
import type { Progress } from "./progress.ts";

export interface Bar {
  readonly name: string;
  readonly standing: Standing;
}

interface Picture {
  readonly title: string;
  readonly bars: readonly Bar[];
}

type Speaking = Pick<Reader, "t" | "lang">;

/** What the link carries: each objective by its place, 0 for none, and its four figures. */
export const pictureArgs = ({ id }: Alliance, lang: Reader["lang"], today: Day, all: readonly Progress[]): Readonly<Record<string, string>> => ({
  alliance: id,
  lang,
  day: today,
  bars: all
    .map(({ objective, standing: { waiting, working, done, overdue } }) => [objective?.position ?? 0, waiting, working, done, overdue].join("."))
    .join("-"),
});

/** The picture a link names, as SVG; undefined where it cannot be read. */
export async function pictureFor(view: View, { lang, day, bars }: Readonly<Record<string, string>>): Promise<string | undefined> {
  const language = languages.find((it) => it === lang);
  if (!language || !isDay(day) || bars === undefined) return undefined;
  const reader = { lang: language, t: translator(language) };
  const objectives = await view.find("Objective", {});
  const read = bars.split("-").map((bar) => bar.split(".").map(Number));
  return drawPicture(reader, {
    title: reader.t("objectives.picture.title", { day: showDay(day, language) }),
    bars: read.map(([position = 0, waiting = 0, working = 0, done = 0, overdue = 0]) => ({
      name: nameOf(
        reader,
        objectives.find((it) => it.position === position),
      ),
      standing: { waiting, working, done, overdue },
    })),
  });
}

function nameOf(reader: Speaking, objective: Objective | undefined): string {
  if (!objective) return reader.t("objectives.without");
  const name = objectiveName(reader, objective);
  return objective.main ? reader.t("objectives.picture.main", { name }) : name;
}

const kinds = ["done", "working", "waiting"] as const;
/** Dark on light and light on dark, at least 4.5 to 1; each part also has its number in it, and stripes or none. */
const looks = {
  done: { fill: "#1d4f7c", ink: "#ffffff" },
  working: { fill: "url(#stripes)", ink: "#10273d" },
  waiting: { fill: "#ffffff", ink: "#10273d" },
} as const;

const width = 1000;
const margin = 40;
const head = 150;
const step = 84;
/** In the picture's units; a bar of one task is wide enough for its number. */
const barHeight = 34;
const narrowest = 44;

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "");

interface Ink {
  readonly size?: number;
  readonly ink?: string;
  readonly bold?: true;
  readonly anchor?: "middle" | "end";
}

const write = (x: number, y: number, text: string, { size = 22, ink = "#10273d", bold, anchor }: Ink = {}): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${ink}"${bold ? ' font-weight="600"' : ""}${anchor ? ` text-anchor="${anchor}"` : ""}>${escaped(text)}</text>`;

const box = (x: number, y: number, w: number, h: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" stroke="#10273d" stroke-width="1.5"/>`;

/** Legible without colours and without the page it stands on; text in the font whoever draws it has. */
export function drawPicture(reader: Speaking, { title, bars }: Picture): string {
  const height = head + bars.length * step + margin / 2;
  const most = Math.max(1, ...bars.map(({ standing: { waiting, working, done } }) => waiting + working + done));
  // Room for two parts wider than their share.
  const unit = (width - 2 * margin - 2 * narrowest) / Math.max(most, 5);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Source Sans 3, sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    '<defs><pattern id="stripes" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    '<rect width="10" height="10" fill="#dcebf7"/><rect width="3" height="10" fill="#b3d2ec"/></pattern></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    write(margin, 58, title, { size: 34, bold: true }),
    ...legend(reader),
    ...bars.flatMap((bar, n) => drawBar(reader, bar, head + n * step, unit)),
    "</svg>",
  ].join("");
}

/** About how wide a text is, without a font at hand: enough to put one behind the other. */
const wide = (text: string): number => text.length * 11;

function legend({ t }: Speaking): readonly string[] {
  let x = margin;
  return kinds.flatMap((kind) => {
    const label = t(`objectives.picture.${kind}`);
    const at = x;
    x += 34 + wide(label) + 34;
    return [box(at, 84, 24, 24, looks[kind].fill), write(at + 34, 104, label)];
  });
}

/** Longer names would run out of the picture. */
const longestName = 78;

function drawBar(reader: Speaking, { name, standing }: Bar, y: number, unit: number): readonly string[] {
  const { t } = reader;
  const late = standing.overdue > 0 ? ` · ${t("objectives.picture.overdue", { n: standing.overdue })}` : "";
  const label = write(margin, y + 22, `${name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}${late}`);
  let x = margin;
  const parts = kinds.flatMap((kind) => {
    const n = standing[kind];
    if (n === 0) return [];
    const w = Math.max(n * unit, narrowest);
    const at = x;
    x += w;
    return [box(at, y + 32, w, barHeight, looks[kind].fill), write(at + w / 2, y + 32 + 25, String(n), { ink: looks[kind].ink, bold: true, anchor: "middle" })];
  });
  return [label, ...(parts.length > 0 ? parts : [write(margin, y + 57, t("objectives.tasks", { n: 0 }), { size: 20 })])];
}
