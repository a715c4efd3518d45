// The race for seats, a thousand times over; ROUNDS in the environment chooses another number.
import { type Ground, openGround, race } from "../race.ts";

const rounds = Number(process.env["ROUNDS"] ?? 1000);
let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

test(
  `sixty clicks on ten seats in ${rounds} rounds: never an eleventh seat, none left free, nobody told twice`,
  async () => {
    for (let round = 0; round < rounds; round++) await race(ground, round);
  },
  rounds * 5_000,
);
