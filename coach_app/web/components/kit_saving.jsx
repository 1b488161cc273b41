// What is typed into a kit shows at once, is stored by itself, and stays until it is stored.
// components/kit_parts.py is the Python side of each part.
import { createContext, useContext, useEffect, useMemo, useReducer, useRef } from "react";

const SAVE_AFTER_MS = 500;
// An answer that takes longer is lost, or the database is away: storing the same twice does no harm.
const RESEND_AFTER_MS = 8000;
export const HEX = /^#[0-9a-f]{6}$/i;

// What this tab has typed into one kit and the server has not confirmed; one change is under way at a time.
export class Saver {
  drafts = {};
  errors = {};
  hasSaved = false;
  unsent = new Set();
  sent = null;
  // Numbers of an earlier life of this tab must not look like answers.
  number = Date.now();
  constructor(kitId) {
    this.kitId = kitId;
  }
  get isBusy() {
    return this.unsent.size > 0 || this.sent !== null;
  }
  change(changes, isDone) {
    for (const [name, value] of Object.entries(changes)) {
      this.drafts[name] = value;
      delete this.errors[name];
      this.unsent.add(name);
    }
    clearTimeout(this.timer);
    if (isDone) this.send();
    else this.timer = setTimeout(() => this.send(), SAVE_AFTER_MS);
    this.tell();
  }
  take() {
    const changes = Object.fromEntries([...this.unsent].map((name) => [name, this.drafts[name]]));
    this.unsent.clear();
    this.number += 1;
    return { number: this.number, changes };
  }
  send() {
    clearTimeout(this.timer);
    if (this.sent || !this.unsent.size) return;
    this.sent = this.take();
    this.post();
  }
  post() {
    this.resend = setTimeout(() => this.post(), RESEND_AFTER_MS);
    this.keep(this.kitId, this.sent.number, this.sent.changes);
  }
  confirm(kept, refused) {
    if (this.sent?.number !== kept) return;
    clearTimeout(this.resend);
    for (const [name, value] of Object.entries(this.sent.changes)) {
      if (this.drafts[name] !== value) continue;
      if (refused[name]) this.errors[name] = refused[name];
      else delete this.drafts[name];
    }
    this.sent = null;
    this.hasSaved = true;
    this.send();
    this.tell();
  }
  // What was saved earlier is no news beside something that was refused just now.
  forget() {
    this.hasSaved = false;
    this.tell();
  }
  leave() {
    clearTimeout(this.timer);
    clearTimeout(this.resend);
    // What is under way may have been lost with a connection.
    for (const name of Object.keys(this.sent?.changes ?? {})) this.unsent.add(name);
    if (!this.unsent.size) return;
    const { number, changes } = this.take();
    this.keep(this.kitId, number, changes);
  }
}

export const Kit = createContext(null);

export function useField(name, stored) {
  const { saver } = useContext(Kit);
  return {
    value: saver.drafts[name] ?? stored,
    error: saver.errors[name] ?? "",
    change: (value, isDone = false) => saver.change({ [name]: value }, isDone),
  };
}

// WCAG's contrast ratio, as domain/contrast.py has it: the specimen cannot wait for the server.
const linear = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const luminance = (colour) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => sum + weight * linear(parseInt(colour.slice(1 + at * 2, 3 + at * 2), 16) / 255), 0);
const ratio = (one, other) => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};
const best = (words, ground) => words.reduce((chosen, next) => (ratio(next, ground) > ratio(chosen, ground) ? next : chosen));

// The same words on the same grounds as domain/contrast.py judges.
function specimenColours(kit, strength, plainLight, plainDark) {
  const light = kit.light ?? plainLight;
  const dark = kit.dark ?? plainDark;
  const second = kit.second ?? kit.third ?? kit.main;
  const ground = strength === "subtle" ? plainDark : dark;
  const loud = [kit.main, kit.highlight, kit.accent, kit.second, kit.third].filter(Boolean).find((one) => ratio(one, ground) >= 3);
  const wordsOn = (colour, own, all) => own.filter(Boolean).find((one) => ratio(one, colour) >= 4.5) ?? best(all, colour);
  return {
    "--kit-main": kit.main,
    "--kit-second": second,
    "--kit-light": light,
    "--kit-dark": dark,
    "--kit-ground": ground,
    "--kit-loud": loud ?? light,
    "--kit-on-main": wordsOn(kit.main, [kit.dark, kit.light], [dark, light]),
    "--kit-on-second": wordsOn(second, [kit.light, kit.dark], [light, dark]),
  };
}

export function KitEditor({ kitId, colours, titleFont, textFont, strength, kept, refused, plainLight, plainDark, errorIcon, onKeep, onReturn, className, children }) {
  const [, tell] = useReducer((count) => count + 1, 0);
  const saver = useMemo(() => new Saver(kitId), [kitId]);
  saver.keep = onKeep;
  saver.tell = tell;
  const returned = useRef(onReturn);
  returned.current = onReturn;

  useEffect(() => saver.confirm(kept, refused), [saver, kept, refused]);
  useEffect(() => {
    const hide = () => (document.hidden ? saver.send() : returned.current());
    const stay = (event) => {
      // A file that misses its place would be opened instead of the page.
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", stay);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", stay);
      saver.leave();
    };
  }, [saver]);

  const live = { ...colours };
  for (const [name, value] of Object.entries(saver.drafts)) {
    const role = name.startsWith("colours.") && name.slice("colours.".length);
    if (role && HEX.test(value)) live[role] = value;
    if (role && !value) delete live[role];
  }
  const letters = (name, stored) => {
    const font = saver.drafts[name] ?? stored;
    return font ? `kit-${font}` : undefined;
  };
  const liveStrength = saver.drafts.strength ?? strength;
  const style = live.main && {
    ...specimenColours(live, liveStrength, plainLight, plainDark),
    "--kit-title-font": letters("title_font", titleFont),
    "--kit-text-font": letters("text_font", textFont),
  };
  return (
    <Kit.Provider value={{ saver, errorIcon }}>
      <div className={className} style={style} data-strength={liveStrength}>
        {children}
      </div>
    </Kit.Provider>
  );
}

export function SaveMark({ savedIcon, isOffline }) {
  const { saver } = useContext(Kit);
  const isRefused = Object.keys(saver.errors).length > 0;
  const words = isOffline ? "Reconnecting…" : saver.isBusy ? "Saving…" : isRefused ? "Not all saved" : saver.hasSaved ? "Saved" : "";
  return (
    <span className="save-mark" role="status">
      {words === "Saved" && savedIcon}
      {words}
    </span>
  );
}

export function FieldError({ id, error }) {
  const { errorIcon } = useContext(Kit);
  if (!error) return null;
  return (
    <p id={id} className="field-error" role="alert">
      {errorIcon}
      {error}
    </p>
  );
}
