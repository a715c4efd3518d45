// The shape of Slack's manifest as a JSON schema, generated from the types of Slack's own SDK with the limits their comments name.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { createGenerator } from "ts-json-schema-generator";

type Node = Record<string, unknown>;

const root = path.join(import.meta.dirname, "..");
const sdk = path.join(root, "node_modules/@slack/web-api");

/** Kept for each version of the SDK: generating takes seconds. */
function schema(): Node {
  const { version } = JSON.parse(readFileSync(path.join(sdk, "package.json"), "utf8")) as { version: string };
  const kept = path.join(root, `.build/slack-manifest-${version}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as Node;
  const generator = createGenerator({
    path: path.join(sdk, "dist/types/request/manifest.d.ts"),
    tsconfig: path.join(root, "tsconfig.base.json"),
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const made = generator.createSchema("Manifest") as unknown as { definitions: Record<string, Node> };
  // The SDK's type takes any further field, Slack does not.
  Object.assign(made.definitions["Manifest"] ?? {}, { additionalProperties: false });
  limitsFromComments(made);
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(made));
  return made as unknown as Node;
}

/** "Maximum length is 35 characters." becomes a maxLength, "A maximum of 10 shortcuts can be included" a maxItems. */
function limitsFromComments(node: unknown): void {
  if (Array.isArray(node)) for (const it of node) limitsFromComments(it);
  if (Array.isArray(node) || typeof node !== "object" || node === null) return;
  const it = node as Node;
  const said = String(it["description"] ?? "").replaceAll(/\s+/g, " ");
  const length = /Maximum length is (\d+) characters/.exec(said);
  const items = /[Mm]aximum of (\d+) /.exec(said);
  if (it["type"] === "string" && length) it["maxLength"] = Number(length[1]);
  if (it["type"] === "array" && items) it["maxItems"] = Number(items[1]);
  Object.values(it).forEach(limitsFromComments);
}

let check: ValidateFunction | undefined;

/** What in a manifest is not of Slack's shape. */
export function shapeFaults(manifest: object): readonly ErrorObject[] {
  check ??= new Ajv({ allErrors: true, strict: false }).compile(schema());
  return check(manifest) ? [] : (check.errors ?? []);
}
