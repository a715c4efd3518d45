// Tells Prisma's command line where schema and migrations lie; the bot itself does not read this file.
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Generating the client needs no database; every other command does.
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://set-DATABASE_URL.invalid/bot" },
});
