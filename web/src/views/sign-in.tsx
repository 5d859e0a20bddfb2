import { Field, Form, Told, useSending } from "../parts/form";
import type { Address } from "../router";
import { signIn, useSession } from "../session";
import "./account.css";

export function SignIn({ address }: { readonly address: Address }) {
  const who = useSession();
  const sending = useSending();
  const send = ({ name = "", password = "" }): Promise<boolean> =>
    sending.run(() => signIn(name, password, address.query.get("back")));
  return (
    <div class="sign-in">
      <h1>Sign in</h1>
      {who && <p class="dim">{who.by === "here" ? "Nobody has to sign in: this database has no users." : `You are signed in as ${who.name}.`}</p>}
      <Form send={send} label="Sign in">
        <Field label="Name" name="name" autocomplete="username" required />
        <Field label="Password" name="password" type="password" autocomplete="current-password" required />
        <button type="submit" class="main" disabled={sending.busy}>
          Sign in
        </button>
        <Told by={sending} />
      </Form>
      <p class="dim">No name here yet, or the password forgotten? An admin of this server can help.</p>
    </div>
  );
}
