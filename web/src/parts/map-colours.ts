// The colours of the map and of what is drawn on it, for legends and lists too.
export interface Colours {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly inner: string;
  readonly name: string;
  readonly paper: string;
  readonly ink: string;
  /** What marks are drawn in, by tone: the usual one, then as many as sides need to be told apart. */
  readonly tones: readonly string[];
}

const LIGHT: Colours = {
  sea: "#dfe7ea", land: "#f7f5f0", border: "#a9a59b", inner: "#dcd8cf", name: "#6d6a63", paper: "#ffffff", ink: "#1d2327",
  tones: ["#0b5c7a", "#b4531a", "#4d7c2a", "#7b4a9e", "#a3273f", "#8a6d00", "#2f6f66", "#51607a"],
};
const DARK: Colours = {
  sea: "#101619", land: "#20272b", border: "#59636a", inner: "#333c42", name: "#98a3aa", paper: "#14181b", ink: "#f3f5f6",
  tones: ["#6fbadb", "#f0a067", "#9ccb74", "#c39be0", "#ef8498", "#d9bb4c", "#78c3b6", "#a3b2cc"],
};

/** Whether the system asks for the dark look. */
export const darkly = matchMedia("(prefers-color-scheme: dark)");

/** The colours of the map now; those of tones are for legends too. */
export const colours = (): Colours => (darkly.matches ? DARK : LIGHT);
