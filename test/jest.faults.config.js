// Jest for npm run faults: processes are killed and networks cut while the bot works.
import { withDatabase } from "../jest.config.js";

export default { ...withDatabase, roots: ["<rootDir>/test/faults"], testTimeout: 120_000 };
