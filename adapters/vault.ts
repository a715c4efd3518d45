// Keeps tokens unreadable where they are stored: AES-256-GCM under named keys, each token bound to the workspace it belongs to.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface Vault {
  seal(secret: string, tenant: string): string;
  /** @throws VaultError where it was sealed for another tenant, changed since, or sealed under a key that is no longer there */
  open(sealed: string, tenant: string): string;
  /** Whether it lies under the newest key; what does not is best sealed anew when it is next used. */
  isNewest(sealed: string): boolean;
}

/** The message is for the operator and quotes neither key nor token. */
export class VaultError extends Error {
  override readonly name = "VaultError";
}

const algorithm = "aes-256-gcm";
const version = "v1";
/** Bytes; both as GCM wants them. */
const ivLength = 12;
const tagLength = 16;

/**
 * @param keys TOKEN_KEYS: "name:key" separated by commas, the newest first, each key 32 bytes in base64. A new key goes in front; the old
 * one stays until everything is sealed anew.
 * @throws VaultError naming every key that is none
 */
export function openVault(keys: string): Vault {
  const known = readKeys(keys);
  const newest = known.keys().next().value ?? "";
  const bound = (name: string, tenant: string): Buffer => Buffer.from(JSON.stringify([version, name, tenant]));
  return {
    seal(secret, tenant) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, known.get(newest) ?? "", iv, { authTagLength: tagLength }).setAAD(bound(newest, tenant));
      const parts = [cipher.update(secret, "utf8"), cipher.final()];
      return [version, newest, Buffer.concat([iv, cipher.getAuthTag(), ...parts]).toString("base64url")].join(".");
    },
    open(sealed, tenant) {
      const [form, name = "", text = ""] = sealed.split(".");
      const key = known.get(name);
      if (form !== version) throw new VaultError("What is stored is no sealed token.");
      if (!key) throw new VaultError(`TOKEN_KEYS has lost the key ${name}: put it back behind the newest one.`);
      const bytes = Buffer.from(text, "base64url");
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
          .setAAD(bound(name, tenant))
          .setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
        return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString("utf8");
      } catch {
        throw new VaultError(`A token sealed under the key ${name} cannot be opened: it belongs to another workspace, was changed, or the key is another one.`);
      }
    },
    isNewest: (sealed) => sealed.startsWith(`${version}.${newest}.`),
  };
}

function readKeys(text: string): ReadonlyMap<string, Buffer> {
  const known = new Map<string, Buffer>();
  const faults: string[] = [];
  for (const [index, part] of text.split(",").entries()) {
    const [name = "", key = ""] = part.trim().split(":");
    if (!/^[\w-]{1,32}$/.test(name) || !/^[\w+/-]{43}=?$/.test(key)) faults.push(`entry ${index + 1} must be a name, a colon and 32 bytes in base64`);
    else if (known.has(name)) faults.push(`the name ${name} is there twice`);
    else known.set(name, Buffer.from(key, "base64"));
  }
  if (faults.length > 0) throw new VaultError(`TOKEN_KEYS: ${faults.join("; ")}. A new key: openssl rand -base64 32`);
  return known;
}
