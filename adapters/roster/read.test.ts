// Roster files as people and their spreadsheets write them: every shape is read, every fault has its line.
import { readForm } from "../../src/roster/file/form.ts";
import { readFile } from "./read.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
function form(text: string) {
  const read = readFile(bytes(text));
  const { file, faults } = readForm(read.raw);
  return { file, faults: [...read.faults, ...faults].sort((a, b) => a.line - b.line) };
}
const file = (text: string) => {
  const read = form(text);
  expect(read.faults).toEqual([]);
  return read.file;
};
const faults = (text: string) => form(text).faults.map(({ line, field, key }) => [line, field, key]);

describe("Eine CSV-Datei", () => {
  const head = "kind;slug;name;aliases;seats;present;review_on;organisation;role;email;verified";
  it("is read with either separator, with or without the mark of UTF-8, and with any line ends", () => {
    const line = "organisation;ihk;IHK;Kammer | IHK Niederrhein;2;ja;30.09.2026;;;;";
    const expected = [{ line: 2, slug: "ihk", name: "IHK", aliases: ["Kammer", "IHK Niederrhein"], seats: 2, present: true, review_on: "2026-09-30" }];
    for (const mark of ["", "\ufeff"]) {
      for (const end of ["\n", "\r\n"]) {
        for (const separator of [";", ","]) expect(file(`${mark}${[head, line].join(end).replaceAll(";", separator)}${end}`).organisations).toEqual(expected);
      }
    }
  });

  it("may have capitals in its header, empty lines, and words that a German spreadsheet translated", () => {
    const text = `${head.replace("kind", " Kind ").replace("review_on", "Review on")}\n\n;;;;;;;;;;\nPerson;;Kim Beispiel;;;;;IHK;Holder;Kim@IHK.example;WAHR\n`;
    expect(file(text).people).toEqual([{ line: 4, name: "Kim Beispiel", organisation: "ihk", role: ["holder"], email: "kim@ihk.example", verified: true }]);
  });

  it("leaves alone what it has no column for, and clears what is empty", () => {
    const [person] = file("kind;name;email\nperson;Kim Beispiel;\n").people;
    expect(person).toEqual({ line: 2, name: "Kim Beispiel", email: null });
  });

  it("keeps line breaks and separators in quotes, and counts the lines all the same", () => {
    const text = `kind;slug;name;note\norganisation;a;"A; B";"zwei\nZeilen"\norganisation;b;B;\norganisation;c;C;\norganisation;"d e";D;`;
    expect(faults(text)).toEqual([[6, "slug", "import.bad.slug"]]);
    expect(file(text.split("\n").slice(0, 3).join("\n")).organisations[0]).toMatchObject({ name: "A; B", note: "zwei\nZeilen" });
  });

  it("gives every fault of every line at once", () => {
    const text = [
      head,
      "organisation;ihk;;;viele;vielleicht;31.09.2026;;;;",
      "organisation;dgb;DGB;;1;;;;;kim@dgb.example;",
      "verein;x;X;;;;;;;;",
      "person;;Kim;;;;;ihk;chef;kim.example;",
      "person;;Robin;;;;;ihk;;;;zu viel",
    ].join("\n");
    expect(faults(text)).toEqual([
      [2, "name", "import.bad.missing"],
      [2, "seats", "import.bad.number"],
      [2, "present", "import.bad.truth"],
      [2, "review_on", "import.bad.day"],
      [3, undefined, "import.bad.field"],
      [4, "kind", "import.bad.kind"],
      [5, "email", "import.bad.email"],
      [5, "role", "import.bad.one"],
      [6, undefined, "import.bad.columns"],
    ]);
  });

  it("says what is wrong with the header, the encoding and the quotation marks", () => {
    expect(faults("slug;name\nihk;IHK\n")).toEqual([[1, undefined, "import.file.kind"]]);
    expect(faults("kind;name;mail;name\nperson;Kim;;\n").map(([, , key]) => key)).toEqual(["import.file.column", "import.file.columnTwice"]);
    expect(faults('kind;name\nperson;Kim\nperson;"Robin\n')).toEqual([[3, undefined, "import.file.csv"]]);
    expect(faults("")).toEqual([[1, undefined, "import.file.kind"]]);
    expect(faults("kind;name\n")).toEqual([[1, undefined, "import.file.empty"]]);
    const latin = readFile(Uint8Array.from(Buffer.from("kind;name\nperson;M\u00fcller\n", "latin1")));
    expect(latin.faults).toEqual([{ line: 1, key: "import.file.encoding" }]);
  });
});

describe("Eine JSON-Datei", () => {
  it("is read with values or words, and every fault has the line its entry begins on", () => {
    const text = `{
  "organisations": [
    { "slug": "ihk", "name": "IHK {]\\"", "seats": 2, "present": true, "aliases": ["Kammer"] },
    {
      "slug": "dgb",
      "name": "DGB", "seats": "x", "documented": ["", "Kim"]
    }
  ],
  "people": [
    { "name": "Kim", "role": ["holder", "lead"], "organisation": "ihk", "answers_for": [], "valid_from": null },
    { "name": 7, "colour": "red" }
  ]
}`;
    expect(faults(text)).toEqual([
      [4, "seats", "import.bad.number"],
      [11, undefined, "import.bad.field"],
    ]);
    const read = file(text.replace('"x"', "3").replace(', "colour": "red"', ""));
    expect(read.organisations[1]).toEqual({ line: 4, slug: "dgb", name: "DGB", seats: 3, documented: ["", "Kim"] });
    expect(read.people).toEqual([
      { line: 10, name: "Kim", role: ["holder", "lead"], organisation: "ihk", answers_for: [], valid_from: null },
      { line: 11, name: "7" },
    ]);
  });

  it("says where it is broken, and which lists are expected", () => {
    expect(faults('{\n "people": [\n  { "name": "Kim" }\n  { "name": "Robin" }\n]}')).toEqual([[4, undefined, "import.file.json"]]);
    for (const text of ['{ "persons": [] }', '{ "people": {} }', '{ "people": ["Kim"] }', '{ "people": [null] }'])
      expect(faults(text)).toEqual([[1, undefined, "import.file.shape"]]);
    expect(faults('{ "people": [] }')).toEqual([[1, undefined, "import.file.empty"]]);
  });
});
