// Pictures as PNG from the SVG the core draws; with a font of their own, so that they read alike where no fonts are installed.
import { createRequire } from "node:module";
import path from "node:path";
import { Resvg } from "@resvg/resvg-js";

const fonts = ["400Regular/SourceSans3_400Regular.ttf", "600SemiBold/SourceSans3_600SemiBold.ttf"];
const family = "Source Sans 3";
const resolved = createRequire(path.join(import.meta.dirname, "picture.ts"));
const fontFiles = fonts.map((file) => resolved.resolve(`@expo-google-fonts/source-sans-3/${file}`));

/** @throws for what is no SVG */
export const drawPng = (svg: string): Buffer =>
  Buffer.from(new Resvg(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family, sansSerifFamily: family } }).render().asPng());
