// Checks what goes to Slack against Slack's own types, the limits in their comments, and the limits that stand nowhere but in the documentation.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { createGenerator } from "ts-json-schema-generator";
import { limits } from "../adapters/slack/limits.ts";

type Node = Record<string, unknown>;
type Surface = "message" | "modal" | "home";

const root = path.join(import.meta.dirname, "..");
const types = path.join(root, "node_modules/@slack/types");

/** The definitions of every block, generated once for a version of @slack/types (about three seconds). */
function definitions(): Record<string, Node> {
  const { version } = JSON.parse(readFileSync(path.join(types, "package.json"), "utf8")) as { version: string };
  const kept = path.join(root, `.build/slack-types-${version}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as Record<string, Node>;
  const generator = createGenerator({
    path: path.join(types, "dist/index.d.ts"),
    tsconfig: path.join(root, "tsconfig.base.json"),
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const made = generator.createSchema("ModalView").definitions as unknown as Record<string, Node>;
  limitsFromComments(made);
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(made));
  return made;
}

const number = (digits: string | undefined): number => Number(digits?.replaceAll(",", ""));

/** The generator copies Slack's comments; "Maximum length for this field is 75 characters." becomes a maxLength. */
function limitsFromComments(node: unknown): void {
  if (Array.isArray(node)) for (const it of node) limitsFromComments(it);
  if (Array.isArray(node) || typeof node !== "object" || node === null) return;
  const { properties, ...others } = node as { properties?: Record<string, Node> };
  for (const [name, property] of Object.entries(properties ?? {})) {
    const said = String(property["description"] ?? "");
    const length = /max(?:imum)? length[^.]*?(?:is|of)\s+([\d,]+)\s+char/i.exec(said) ?? /max(?:imum)? (?:of )?([\d,]+) char/i.exec(said);
    const items = /maximum (?:number of \w+(?: \w+)? (?:is |in .* is )?|of )([\d,]+)|max(?:imum)? ([\d,]+) rows/i.exec(said);
    if (property["type"] === "string" && length) property["maxLength"] = number(length[1]);
    if (property["type"] === "array" && items) property["maxItems"] = number(items[1] ?? items[2]);
    if (("$ref" in property || "anyOf" in property) && length && properties) {
      const { description: _, ...shape } = property;
      properties[name] = { allOf: [shape, { properties: { text: { maxLength: number(length[1]) } } }] };
    }
    limitsFromComments(property);
  }
  Object.values(others).forEach(limitsFromComments);
}

let checks: Record<string, ValidateFunction> | undefined;

/** One check for each type of block: a union's errors would be unreadable. */
function checkOf(type: string): ValidateFunction | undefined {
  if (!checks) {
    const all = definitions();
    const ajv = new Ajv({ allErrors: true, strict: false });
    checks = {};
    for (const [name, definition] of Object.entries(all)) {
      const named = (definition["properties"] as Record<string, { const?: string }> | undefined)?.["type"]?.const;
      if (named && (name.endsWith("Block") || name.endsWith("View"))) checks[named] = ajv.compile({ $ref: `#/definitions/${name}`, definitions: all });
    }
  }
  return checks[type];
}

const named = (part: unknown, key: string): string[] => collect(part, (node) => (typeof node[key] === "string" ? [node[key]] : []));

function collect<T>(part: unknown, pick: (node: Node) => T[]): T[] {
  if (Array.isArray(part)) return part.flatMap((it) => collect(it, pick));
  if (typeof part !== "object" || part === null) return [];
  return [...pick(part as Node), ...Object.values(part).flatMap((it) => collect(it, pick))];
}

const onSurface: Readonly<Record<Surface, readonly string[]>> = {
  message: ["header", "image", "section", "context", "actions", "divider"],
  home: ["header", "image", "section", "context", "actions", "divider", "input"],
  modal: ["header", "image", "section", "context", "actions", "divider", "input"],
};

/** Everything Slack would refuse or silently cut in a message or view; empty when all is well. */
export function faults(surface: Surface, payload: { readonly blocks: readonly object[]; readonly text?: string }): string[] {
  const found: string[] = [];
  const blocks = payload.blocks as readonly Node[];
  for (const [index, block] of blocks.entries()) {
    const type = String(block["type"]);
    if (!onSurface[surface].includes(type)) found.push(`${index}: no ${type} on this surface`);
    const check = checkOf(type);
    if (check && !check(block)) found.push(...(check.errors ?? []).map(({ instancePath, message }) => `${index} ${type}${instancePath}: ${message}`));
  }
  const twice = (list: readonly string[]) => list.filter((it, index) => list.indexOf(it) !== index);
  const most = surface === "message" ? limits.blocksOfMessage : limits.blocksOfView;
  if (blocks.length > most) found.push(`${blocks.length} blocks, ${most} are allowed`);
  if (JSON.stringify(blocks).length > (surface === "message" ? 13_000 : 250_000)) found.push("msg_blocks_too_long or view_too_large");
  // In windows every field is its own block, so the same action_id may return there.
  if (surface !== "modal") found.push(...twice(named(blocks, "action_id")).map((id) => `action_id ${id} twice`));
  found.push(...twice(named(blocks, "block_id")).map((id) => `block_id ${id} twice`));
  found.push(...collect(blocks, (node) => ("text" in node && node["text"] === "" ? ["an empty text"] : [])));
  found.push(
    ...collect(blocks, (node) =>
      node["type"] === "static_select" && ((node["options"] as unknown[] | undefined) ?? []).length > limits.options ? ["too many options"] : [],
    ),
  );
  if (surface === "message" && (!payload.text || payload.text.length > 40_000)) found.push("the text is empty or longer than 40,000");
  if (surface === "modal") found.push(...ofModal(payload as Node));
  return found;
}

function ofModal(view: Node): string[] {
  const found: string[] = [];
  for (const part of ["title", "submit", "close"]) {
    const text = (view[part] as { text?: string } | undefined)?.text;
    if (text !== undefined && (text === "" || text.length > limits.windowTitle)) found.push(`${part} has ${text.length} characters`);
  }
  if (!view["title"]) found.push("no title");
  if (String(view["private_metadata"] ?? "").length > limits.metadata) found.push("private_metadata is too long");
  if (String(view["callback_id"] ?? "").length > limits.callback) found.push("callback_id is too long");
  const inputs = (view["blocks"] as Node[]).some(({ type }) => type === "input");
  if (inputs && !view["submit"]) found.push("inputs without submit");
  return found;
}

/**
 * What in a payload Slack would read as markup although people wrote it: every mrkdwn text, and the text beside the blocks, must hold
 * nothing but entities and our own bold labels; addresses may only stand where a button opens them.
 */
export function live(payload: object): string[] {
  const marked = collect(payload, (node) => (node["type"] === "mrkdwn" ? [node] : []));
  const texts = [...marked.map((node) => String(node["text"])), ...("text" in payload && typeof payload.text === "string" ? [payload.text] : [])];
  const links = marked.filter((node) => node["verbatim"] !== true).map(() => "mrkdwn that makes links of addresses");
  const emoji = collect(payload, (node) => (node["type"] === "plain_text" && node["emoji"] !== false ? ["plain_text that makes pictures of words"] : []));
  return [...texts.filter((text) => /[<>]|&(?!(amp|lt|gt);)/.test(text)), ...links, ...emoji];
}
