// Every view: the addresses that it answers to and its place in the menu. A view is a function of its address.
import type { ComponentChildren } from "preact";
import type { Address } from "../router";
import { About } from "./about";
import { Audit } from "./audit";
import { Control } from "./control";
import { Codebook } from "./codebook";
import { Damage } from "./damage";
import { Casualties, Displacement } from "./sums";
import { Timeline } from "./timeline";
import { Explore } from "./explore";
import { Review } from "./review";
import { Account } from "./account";
import { SignIn } from "./sign-in";
import { Users } from "./users";
import { Incident } from "./incident";
import { Report } from "./report";
import { Search } from "./search";

export interface View {
  /** What the address begins with; what comes after the slash is handed on as `rest`. */
  readonly path: string;
  readonly title: string;
  readonly menu: boolean;
  readonly show: (props: { readonly address: Address; readonly rest: string }) => ComponentChildren;
}

export const VIEWS: readonly View[] = [
  { path: "/explore", title: "Explore", menu: true, show: Explore },
  { path: "/control", title: "Control", menu: true, show: Control },
  { path: "/casualties", title: "Casualties", menu: true, show: Casualties },
  { path: "/displacement", title: "Displacement", menu: true, show: Displacement },
  { path: "/damage", title: "Damage", menu: true, show: Damage },
  { path: "/timeline", title: "Timeline", menu: true, show: Timeline },
  { path: "/review", title: "Review", menu: true, show: Review },
  { path: "/audit", title: "Audit", menu: true, show: Audit },
  { path: "/search", title: "Search", menu: true, show: Search },
  { path: "/incident", title: "Incident", menu: false, show: Incident },
  { path: "/report", title: "Report", menu: false, show: Report },
  { path: "/codebook", title: "Codebook", menu: true, show: Codebook },
  { path: "/about", title: "About", menu: true, show: About },
  { path: "/sign-in", title: "Sign in", menu: false, show: SignIn },
  { path: "/account", title: "Account", menu: false, show: Account },
  { path: "/users", title: "Users", menu: false, show: Users },
];

/** The view at an address: the one with the longest path that it begins with. */
export function viewAt(path: string): { readonly view: View; readonly rest: string } | null {
  const fits = VIEWS.filter((view) => path === view.path || path.startsWith(`${view.path}/`));
  const view = fits.sort((one, other) => other.path.length - one.path.length)[0];
  return view ? { view, rest: decoded(path.slice(view.path.length + 1)) } : null;
}

/** A part of an address as it is meant; as it is written where a percent sign is just one. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
