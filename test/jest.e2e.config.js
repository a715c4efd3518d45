// Jest for npm run test:e2e: the whole bot as a process, driven by a browser and by stand-ins for the messengers.
import { withDatabase } from "../jest.config.js";

export default {
  ...withDatabase,
  roots: ["<rootDir>/test/e2e"],
  globalSetup: "<rootDir>/test/start-e2e.ts",
  // Every test here starts a bot, and often a browser.
  maxWorkers: 1,
  testTimeout: 60_000,
};
