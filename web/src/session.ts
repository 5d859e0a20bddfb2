// Who uses the web. Signing in and out load the page anew, so that nothing of one person is left to the next.
import { send, useAsk } from "./api";
import { ours, type Who } from "./who";

/** Who uses the web; null while that is not known, and for nobody. */
export const useSession = (): Who | null => useAsk<Who>("/session").value;

export async function signIn(name: string, password: string, back: string | null): Promise<void> {
  await send<Who>("/session", { name, password });
  location.assign(ours(back, location.origin));
}

export async function signOut(): Promise<void> {
  await send<null>("/session", null, "DELETE");
  location.assign("/sign-in");
}
