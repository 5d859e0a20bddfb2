import { signOut, useSession } from "../session";

/** The corner of the header: who uses the web, and the way out. */
export function Corner() {
  const who = useSession();
  if (!who) return null;
  return (
    <div class="corner">
      <a href="/account" dir="auto">
        {who.name}
      </a>
      <span class="role">{who.role}</span>
      {who.by === "session" && (
        <button type="button" class="quiet" onClick={() => void signOut()}>
          Sign out
        </button>
      )}
    </div>
  );
}
