// Audits: /audit lists and draws them, /audit/ID is for judging, /audit/ID/figures says what came of it.
import type { Address } from "../../router";
import { FiguresOf } from "./figures";
import { Judge } from "./judge";
import { Audits } from "./list";
import "./audit.css";

export function Audit({ address, rest }: { readonly address: Address; readonly rest: string }) {
  const [id, part] = rest.split("/");
  if (!id) return <Audits />;
  return part === "figures" ? <FiguresOf id={id} /> : <Judge key={id} id={id} address={address} />;
}
