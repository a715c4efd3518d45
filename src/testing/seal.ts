// Stands for the keyed hash of the real bot.

/** The same for the same text, and not to be read back. */
export const seal = (text: string): string => `sealed-${[...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7)}`;
