// The app's two pictures: a round table seen from above, with six seats; drawn here, so that they can be drawn anew in any size.
import { PNG } from "pngjs";

const { abs, max, min, round, sqrt } = Math;

interface Look {
  /** Pixels on each side. */
  readonly size: number;
  /** Red, green and blue behind the drawing; absent: transparent. */
  readonly ground?: readonly [number, number, number];
  /** How much of the side the drawing takes. */
  readonly share: number;
  /** Only the edge of the table is drawn. */
  readonly hollow?: true;
}

/** Teams: 192 pixels in full colour; 32 pixels, white on nothing (learn: concepts/build-and-test/apps-package). */
export const icons = {
  "color.png": { size: 192, ground: [0x1f, 0x4e, 0x79], share: 0.62 },
  "outline.png": { size: 32, share: 0.94, hollow: true },
} as const satisfies Readonly<Record<string, Look>>;

export type IconName = keyof typeof icons;

/** In units of half the drawing: the table in the middle, the seats around it. */
const table = 0.52;
const edge = 0.15;
const seat = 0.19;
/** Written out, because sines differ in their last digit from machine to machine. */
const seats = [
  [0, -0.81],
  [0.7015, -0.405],
  [0.7015, 0.405],
  [0, 0.81],
  [-0.7015, 0.405],
  [-0.7015, -0.405],
] as const;

/** The pixels, row by row, as red, green, blue and opacity. */
function pixelsOf({ size, ground, share, hollow }: Look): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const unit = (size * share) / 2;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [u, v] = [x + 0.5 - size / 2, y + 0.5 - size / 2];
      const middle = hollow ? unit * (edge / 2) - abs(sqrt(u * u + v * v) - unit * (table - edge / 2)) : unit * table - sqrt(u * u + v * v);
      const inside = seats.map(([a, b]) => unit * seat - sqrt((u - a * unit) ** 2 + (v - b * unit) ** 2));
      const white = min(1, max(0, max(middle, ...inside) + 0.5));
      const at = (y * size + x) * 4;
      for (let part = 0; part < 3; part++) pixels[at + part] = ground ? round((ground[part] ?? 0) + (255 - (ground[part] ?? 0)) * white) : 255;
      pixels[at + 3] = ground ? 255 : round(white * 255);
    }
  return pixels;
}

/** The file of a picture: what is there already, as long as it shows the same; compressing differs between versions of Node. */
export function iconFile(name: IconName, before: Buffer | undefined): Buffer {
  const look: Look = icons[name];
  const pixels = pixelsOf(look);
  if (before && iconFaults(name, before).length === 0 && PNG.sync.read(before).data.equals(pixels)) return before;
  const png = new PNG({ width: look.size, height: look.size });
  png.data = pixels;
  return PNG.sync.write(png, { filterType: 0, deflateStrategy: 0 });
}

/** What Teams would refuse in a picture. */
export function iconFaults(name: IconName, file: Buffer): string[] {
  const { size, ...look }: Look = icons[name];
  let png: PNG;
  try {
    png = PNG.sync.read(file);
  } catch {
    return [`${name} is no PNG file`];
  }
  if (png.width !== size || png.height !== size) return [`${name} has ${png.width} × ${png.height} pixels, ${size} × ${size} are needed`];
  if (look.ground) return [];
  const clean = Array.from({ length: size * size }, (_, at) => png.data.subarray(at * 4, at * 4 + 4)).every(
    ([r, g, b, a]) => a === 0 || (r === 255 && g === 255 && b === 255),
  );
  return clean ? [] : [`${name} may hold nothing but white on a transparent ground`];
}
