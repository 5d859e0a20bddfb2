// Who may what, and where one may be sent on to.
export type Role = "viewer" | "reviewer" | "admin";
export const ROLES: readonly Role[] = ["viewer", "reviewer", "admin"];

export interface Who {
  readonly name: string;
  readonly role: Role;
  /** `here` is the one person of a database without users. */
  readonly by: "here" | "session" | "token";
}

export const may = (who: Who | null, needed: Role): boolean =>
  who !== null && ROLES.indexOf(who.role) >= ROLES.indexOf(needed);

/** An address of ours to go back to, whatever a link to the sign-in page says. */
export function ours(back: string | null, origin: string): string {
  if (back === null || !URL.canParse(back, origin)) return "/";
  const to = new URL(back, origin);
  return to.origin === origin && to.pathname !== "/sign-in" ? to.pathname + to.search + to.hash : "/";
}
