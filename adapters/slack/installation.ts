// Where the installations of the app in many workspaces are kept: a port, because a messenger knows no store.

export interface Installation {
  /** The workspace's id, or the organisation's where the app is installed for a whole Enterprise Grid. */
  readonly tenant: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** What the token may do. */
  readonly scopes: readonly string[];
}

export interface Installations {
  /** A later installation of the same workspace takes the place of the earlier one. */
  put(it: Installation): Promise<void>;
  of(tenant: string): Promise<Installation | undefined>;
  /** The app was taken from there at this time: nothing of its token stays, unless it was installed anew since. */
  remove(tenant: string, at: Date): Promise<void>;
  /** Once true for each nonce, on whichever process; `until` is when it may be forgotten. */
  spend(nonce: string, until: Date): Promise<boolean>;
}
