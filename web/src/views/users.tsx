// Who may sign in: for admins.
import { useState } from "preact/hooks";
import { send, useAsk } from "../api";
import { Choice, Field, Form, type Sending, Told, useSending } from "../parts/form";
import { Waiting } from "../parts/waiting";
import { useSession } from "../session";
import { ROLES, type Role, type Who } from "../who";
import "./account.css";

interface User {
  readonly name: string;
  readonly role: Role;
  readonly added: string;
}

export function Users() {
  const [again, setAgain] = useState(0);
  const who = useSession();
  const answer = useAsk<{ readonly items: readonly User[] }>("/users", again);
  const sending = useSending();
  if (!answer.value || !who) return <Waiting for={answer} />;
  const change = (task: () => Promise<unknown>, done: string): Promise<boolean> =>
    sending.run(async () => {
      await task();
      if (who.by === "here") location.assign("/sign-in?back=/users");
      setAgain(again + 1);
    }, done);
  return (
    <article class="account">
      <h1>Users</h1>
      <p class="dim">A viewer reads, a reviewer also judges, an admin also settles, audits and sees to the users.</p>
      {answer.value.items.length ? (
        <UserTable users={answer.value.items} who={who} change={change} />
      ) : (
        <p>No users yet: this server serves one person on this machine. The first user is an admin, and from then on everybody signs in.</p>
      )}
      <Told by={sending} />
      <Add first={!answer.value.items.length} sending={sending} change={change} />
    </article>
  );
}

type Changing = (task: () => Promise<unknown>, done: string) => Promise<boolean>;

function UserTable({ users, who, change }: { readonly users: readonly User[]; readonly who: Who; readonly change: Changing }) {
  return (
    <div class="scroll" role="region" aria-label="Users" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Added</th>
            <th scope="col">
              <span class="unseen">Password, removal</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((one) => (
            <UserRow key={one.name} user={one} own={one.name === who.name} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UserRow({ user, own, change }: { readonly user: User; readonly own: boolean; readonly change: Changing }) {
  const [open, setOpen] = useState<"password" | "removal" | null>(null);
  const at = `/users/${encodeURIComponent(user.name)}`;
  const setRole = (role: Role): void => void change(() => send(at, { role }, "PUT"), `${user.name} is now ${role}.`);
  const setPassword = async ({ password = "" }): Promise<boolean> => {
    const done = await change(() => send(at, { password }, "PUT"), `${user.name} has another password.`);
    if (done) setOpen(null);
    return done;
  };
  const remove = (): void => void change(() => send(at, null, "DELETE"), `${user.name} is removed.`);
  return (
    <tr>
      <th scope="row">
        <bdi>{user.name}</bdi>
      </th>
      <td>
        <Choice label={`The role of ${user.name}`} value={user.role} of={ROLES} choose={setRole} bare />
      </td>
      <td class="day">{user.added.slice(0, 10)}</td>
      <td>
        {open === "password" ? (
          <Form send={setPassword} label={`A new password for ${user.name}`}>
            <Field label="New password" name="password" type="password" autocomplete="new-password" required minLength={12} maxLength={256} />
            <button type="submit">Set it</button>
          </Form>
        ) : (
          <button type="button" class="quiet" onClick={() => setOpen("password")} aria-label={`A new password for ${user.name}`}>
            New password
          </button>
        )}
        {!own &&
          (open === "removal" ? (
            <button type="button" class="bad" onClick={remove}>
              Remove {user.name} for good
            </button>
          ) : (
            <button type="button" class="quiet" onClick={() => setOpen("removal")} aria-label={`Remove ${user.name}`}>
              Remove
            </button>
          ))}
      </td>
    </tr>
  );
}

function Add({ first, sending, change }: { readonly first: boolean; readonly sending: Sending; readonly change: Changing }) {
  const [role, setRole] = useState<Role>("reviewer");
  const add = ({ name = "", password = "" }): Promise<boolean> =>
    change(() => send("/users", { name, password, role: first ? "admin" : role }), `${name} is added.`);
  return (
    <section>
      <h2>Add a user</h2>
      <Form send={add} label="Add a user">
        <Field label="Name" name="name" required maxLength={64} autocomplete="off" />
        <Field label="Password" name="password" type="password" autocomplete="new-password" required minLength={12} maxLength={256} hint="12 characters or more; they can change it." />
        {!first && <Choice label="Role" value={role} of={ROLES} choose={setRole} />}
        <button type="submit" disabled={sending.busy}>
          Add
        </button>
      </Form>
    </section>
  );
}
