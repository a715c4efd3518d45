// How much the page takes in and shows at once.

export const limits = {
  /** Bytes of a request's body. */
  body: 64 * 1024,
  /** Characters of a typed message. */
  words: 3000,
  /** Characters of a button's value or of a form's wish, as src/wish.ts writes them. */
  wish: 8000,
  /** Characters of one answer in a form. */
  answer: 5000,
  /** Newest messages of a chat that the page shows. */
  history: 100,
  /** Milliseconds after which a message written by another process is noticed. */
  poll: 500,
  /** Days the clock can be moved at once. */
  clockDays: 400,
} as const;
