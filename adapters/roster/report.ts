// What the operator reads after an import: every fault with its place, or what is new, changed, ended and missing.
import { format, type Language, translator } from "../../locales/index.ts";
import { organisationName, personLabel } from "../../src/reader.ts";
import type { Draft, What } from "../../src/roster/file/draft.ts";
import type { Fault } from "../../src/roster/file/form.ts";
import { organisationOf } from "../../src/roster/file/plan.ts";
import { showDay } from "../../src/time.ts";

export function faultReport(file: string, faults: readonly Fault[], lang: Language): string {
  const t = translator(lang);
  const lines = faults.map(({ line, field, key, values }) => {
    const reason = format(lang, key, values);
    return field ? t("import.faultAt", { file, line: String(line), field, reason }) : t("import.fault", { file, line: String(line), reason });
  });
  return [t("import.faults", { n: lines.length }), ...lines].join("\n");
}

export function importReport(file: string, draft: Draft, dry: boolean, lang: Language): string {
  const t = translator(lang);
  const { created, changed, ended, missing, absent, options } = draft;
  const said = (it: What): string => {
    const name = it.organisation ? t("import.organisation", { name: organisationName({ lang }, it.organisation) }) : personOf(draft, it, lang);
    const what = it.role ? t("import.entry", { person: name, role: it.role }) : name;
    return it.fields && it.fields.length > 0 ? t("import.lineOf", { what, fields: it.fields.join(", ") }) : t("import.line", { what });
  };
  const part = (title: string, those: readonly What[], hint?: string): readonly string[] =>
    those.length === 0 ? [] : ["", title, ...those.map(said), ...(hint ? [hint] : [])];
  const nothing = created.length + changed.length + ended.length === 0;
  return [
    t(dry ? "import.tried" : "import.done", { file }),
    ...(nothing ? [t("import.same")] : []),
    ...part(t("import.new", { n: created.length }), created),
    ...part(t("import.changed", { n: changed.length }), changed),
    ...part(t("import.ended", { n: ended.length, day: showDay(options.today, lang) }), ended),
    ...part(t("import.missing", { n: missing.length }), missing, t("import.missing.hint")),
    ...part(
      t("import.missing.organisations", { n: absent.length }),
      absent.map((organisation) => ({ organisation })),
    ),
  ].join("\n");
}

const personOf = (draft: Draft, { person }: What, lang: Language): string => (person ? personLabel({ lang }, person, organisationOf(draft, person)) : "");
