// One's own account: the password, and the tokens by which programs speak in one's name.
import { useState } from "preact/hooks";
import { send, useAsk } from "../api";
import { Choice, Field, Form, Told, useSending } from "../parts/form";
import { Waiting } from "../parts/waiting";
import { may, ROLES, type Role, type Who } from "../who";
import "./account.css";

interface Token {
  readonly id: string;
  readonly user: string;
  readonly role: Role;
  readonly note: string;
  readonly added: string;
  readonly ends: string | null;
}

export function Account() {
  const answer = useAsk<Who>("/session");
  if (!answer.value) return <Waiting for={answer} />;
  const who = answer.value;
  return (
    <article class="account">
      <h1>Account</h1>
      <p>
        <bdi>{who.name}</bdi>, {who.role}. What you judge is logged under this name.
        {may(who, "admin") && (
          <>
            {" "}
            <a href="/users">See to the users</a>
          </>
        )}
      </p>
      {who.by === "here" ? <Alone /> : <Password />}
      {who.by !== "here" && <Tokens who={who} />}
    </article>
  );
}

function Alone() {
  return (
    <p class="dim">
      This server serves one person on this machine, so there is nothing to sign in to. <code>dateline user add NAME</code> adds the
      first user; from then on everybody signs in.
    </p>
  );
}

function Password() {
  const sending = useSending();
  const change = ({ old = "", new: fresh = "" }): Promise<boolean> =>
    sending.run(() => send("/session/password", { old, new: fresh }, "PUT"), "Your password is changed; your other sessions have ended.");
  return (
    <section>
      <h2>Password</h2>
      <Form send={change} label="Change the password">
        <Field label="Old password" name="old" type="password" autocomplete="current-password" required />
        <Field label="New password" name="new" type="password" autocomplete="new-password" required minLength={12} maxLength={256} hint="12 characters or more; a few words are best." />
        <button type="submit" disabled={sending.busy}>
          Change it
        </button>
      </Form>
      <Told by={sending} />
    </section>
  );
}

function Tokens({ who }: { readonly who: Who }) {
  const [again, setAgain] = useState(0);
  const [secret, setSecret] = useState<string | null>(null);
  const [role, setRole] = useState<Role>("viewer");
  const answer = useAsk<{ readonly items: readonly Token[] }>("/tokens", again);
  const sending = useSending();
  const issue = ({ note = "", days = "" }): Promise<boolean> =>
    sending.run(async () => {
      const made = await send<{ readonly secret: string }>("/tokens", { note, role, days: days ? Number(days) : null });
      setSecret(made.secret);
      setAgain(again + 1);
    });
  const remove = (id: string): Promise<boolean> =>
    sending.run(async () => {
      await send(`/tokens/${id}`, null, "DELETE");
      setAgain(again + 1);
    }, `Token ${id} is removed.`);
  return (
    <section>
      <h2>Tokens</h2>
      <p class="dim">
        Programs send a token as <code>Authorization: Bearer TOKEN</code> and then may what you may, but not more than the token.
      </p>
      <Form send={issue} label="Make a token">
        <Field label="What for" name="note" required maxLength={200} />
        <Choice label="At most" value={role} of={ROLES.filter((one) => may(who, one))} choose={setRole} />
        <Field label="Days" name="days" type="number" min={1} max={3650} placeholder="no end" />
        <button type="submit" disabled={sending.busy}>
          Make a token
        </button>
      </Form>
      <Told by={sending} />
      {secret && (
        <p class="secret" role="status">
          Copy it now, it is not shown again: <code>{secret}</code>
        </p>
      )}
      {answer.value ? <TokenTable tokens={answer.value.items} all={may(who, "admin")} remove={remove} /> : <Waiting for={answer} />}
    </section>
  );
}

function TokenTable({ tokens, all, remove }: { readonly tokens: readonly Token[]; readonly all: boolean; readonly remove: (id: string) => void }) {
  if (!tokens.length) return <p class="dim">No tokens yet.</p>;
  return (
    <div class="scroll" role="region" aria-label="Tokens" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">What for</th>
            {all && <th scope="col">User</th>}
            <th scope="col">At most</th>
            <th scope="col">Made</th>
            <th scope="col">Ends</th>
            <th scope="col">
              <span class="unseen">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((one) => (
            <tr key={one.id}>
              <td>
                <bdi>{one.note || one.id}</bdi>
              </td>
              {all && (
                <td>
                  <bdi>{one.user}</bdi>
                </td>
              )}
              <td>{one.role}</td>
              <td class="day">{one.added.slice(0, 10)}</td>
              <td class="day">{one.ends?.slice(0, 10) ?? "never"}</td>
              <td>
                <button type="button" class="quiet" aria-label={`Remove the token ${one.note || one.id}`} onClick={() => remove(one.id)}>
                  Remove
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
