import { openPrisma } from "../adapters/store/index.ts";
import { seedAlliance } from "../prisma/seed/seed.ts";
import { freshDatabase } from "./database.ts";

test("an empty database gets the alliance once, however many processes begin at once", async () => {
  const url = await freshDatabase();
  const prisma = openPrisma(url);
  try {
    await Promise.all([seedAlliance(prisma), seedAlliance(prisma), seedAlliance(prisma)]);
    await seedAlliance(prisma);
    const counts = await Promise.all([
      prisma.alliance.count(),
      prisma.objective.count(),
      prisma.organisation.count(),
      prisma.seat.count(),
      prisma.seat.count({ where: { status: "confirmed" } }),
      prisma.holding.count({ where: { kind: "holder" } }),
      prisma.holding.count({ where: { kind: "substitute" } }),
    ]);
    expect(counts).toEqual([1, 7, 26, 31, 26, 26, 23]);
    const roles = async (role: string) => (await prisma.person.findMany({ where: { roles: { has: role } }, orderBy: { id: "asc" } })).map(({ id }) => id);
    expect(await roles("organiser")).toEqual(["kba-office"]);
    expect(await roles("lead")).toEqual(["kba-ob-holder-1"]);
    expect(await roles("spokesperson")).toEqual(["afd", "cdu", "fdp", "gruene", "spd"].map((group) => `kba-fraktion-${group}-holder-1`));
    expect((await prisma.seat.findMany({ where: { documented: { not: null } }, orderBy: { id: "asc" } })).map(({ documented }) => documented)).toEqual([
      "Markus Schön (2022)",
      "Eckart Preen (2022)",
      "Ina Spanier-Oppermann (2022)",
      "Marc Blondin (2022)",
      "Britta Oellers (2022)",
    ]);
    const names = new Set((await prisma.person.findMany({})).map(({ name }) => name));
    expect([...names].sort()).toEqual(["Delegierte Person", "Delegierte Person 1", "Delegierte Person 2", "Geschäftsstelle", "Leitung", "Stellvertretung 1"]);
    expect(await prisma.organisation.findUnique({ where: { id: "kba-ihk" } })).toMatchObject({
      slug: "ihk",
      aliases: ["Industrie- und Handelskammer", "IHK Mittlerer Niederrhein"],
    });
  } finally {
    await prisma.$disconnect();
  }
});
