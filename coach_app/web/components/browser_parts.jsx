// What has to happen in the browser itself: typing, copying, scrolling, counting seconds.
// components/browser_parts.py is the Python side of each part.
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

// Storage may be switched off; then a reload forgets the draft, and nothing else changes.
const recall = (key) => {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};
const remember = (key, text) => {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
};

const FILL_COMPOSER = "coach:fill-composer";
// keyCode 229 stands for "an input method is composing" where isComposing is already false (Safari).
const isComposing = (event) => event.nativeEvent.isComposing || event.keyCode === 229;

function useGrowingHeight(field, text) {
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);
}

export function Composer({ label, placeholder, threadId, accepted, returned, newestWish, isWaiting, canStop, sendIcon, stopIcon, onSend, onStop, onGenerate, children }) {
  const [text, setText] = useState("");
  const field = useRef(null);
  const counts = useRef({ accepted, returned });
  // By address, because it is known before the session has been read.
  const { pathname } = useLocation();
  const draftKey = `coach:draft:${pathname}`;
  const sentKey = `${draftKey}:sent`;
  const isLoaded = pathname.endsWith(threadId || "/");
  const change = (next) => {
    setText(next);
    remember(draftKey, next);
  };
  const takeBack = () => {
    const sent = recall(sentKey);
    remember(sentKey, "");
    if (sent) change([sent, recall(draftKey)].filter(Boolean).join("\n"));
  };

  useEffect(() => {
    setText(recall(draftKey));
    const fill = (event) => {
      change(event.detail);
      field.current?.focus();
    };
    window.addEventListener(FILL_COMPOSER, fill);
    return () => window.removeEventListener(FILL_COMPOSER, fill);
  }, [draftKey]);

  useEffect(() => {
    if (!isLoaded) return;
    // Sent in an earlier life of this page: did it arrive?
    if (recall(sentKey) === newestWish) remember(sentKey, "");
    else takeBack();
  }, [isLoaded, sentKey]);

  useEffect(() => {
    if (accepted > counts.current.accepted) remember(sentKey, "");
    if (returned > counts.current.returned) takeBack();
    counts.current = { accepted, returned };
  }, [accepted, returned]);

  useGrowingHeight(field, text);

  // Where there is a keyboard: on a phone the field would bring one up.
  useEffect(() => {
    if (document.activeElement === document.body && matchMedia("(hover: hover)").matches) field.current?.focus();
  }, [pathname]);

  useEffect(() => {
    const generate = (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      const isHere = event.target === field.current || event.target.closest?.("[data-generates]");
      if (!isHere && event.target.closest?.("input:not([type=radio]), textarea, [role=dialog]")) return;
      event.preventDefault();
      onGenerate();
    };
    window.addEventListener("keydown", generate);
    return () => window.removeEventListener("keydown", generate);
  }, [onGenerate]);

  useEffect(() => {
    if (!canStop) return undefined;
    const stop = (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      // There Esc closes what is open.
      if (document.querySelector("[popover]:popover-open, dialog[open]")) return;
      onStop();
    };
    window.addEventListener("keydown", stop);
    return () => window.removeEventListener("keydown", stop);
  }, [canStop, onStop]);

  // On bubbling to the window: what the click closes has given the focus back by then.
  useEffect(() => {
    const compose = (event) => event.target.closest?.('[data-then="compose"]') && field.current?.focus();
    window.addEventListener("click", compose);
    return () => window.removeEventListener("click", compose);
  }, []);

  // The button is Send again at once, and asleep: the focus would be lost with it.
  const stopByButton = (event) => {
    // The second half of a double click on Send would stop what the first has begun.
    if (event.detail > 1) return;
    onStop();
    if (matchMedia("(hover: hover)").matches) field.current?.focus();
  };
  const send = () => {
    const message = text.trim();
    if (!message || isWaiting || canStop) return;
    remember(sentKey, message);
    change("");
    onSend(message);
  };
  const onKeyDown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
    event.preventDefault();
    send();
  };

  return (
    <div className="composer">
      {children}
      <textarea
        ref={field}
        className="composer-field"
        aria-label={label}
        placeholder={placeholder}
        rows={1}
        maxLength={4000}
        value={text}
        enterKeyHint="send"
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className="send"
        aria-label={canStop ? "Stop" : "Send"}
        title={canStop ? "Stop (Esc)" : undefined}
        disabled={!canStop && (!text.trim() || isWaiting)}
        onClick={canStop ? stopByButton : send}
      >
        {canStop ? stopIcon : sendIcon}
      </button>
    </div>
  );
}

export function WishField({ draftKey, label, placeholder }) {
  const [text, setText] = useState("");
  const field = useRef(null);
  const isSubmitted = useRef(false);

  useEffect(() => {
    setText(recall(draftKey));
    const form = field.current?.form;
    const submitted = () => {
      isSubmitted.current = true;
    };
    form?.addEventListener("submit", submitted);
    return () => {
      form?.removeEventListener("submit", submitted);
      if (isSubmitted.current) remember(draftKey, "");
    };
  }, [draftKey]);

  return (
    <input
      ref={field}
      className="wish-field"
      name="wish"
      aria-label={label}
      placeholder={placeholder}
      maxLength={4000}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        remember(draftKey, event.target.value);
      }}
    />
  );
}

export function EditableChip({ slot, label, value, isWrong, addIcon, editIcon, onKeep, onLeave }) {
  const [draft, setDraft] = useState(null);
  const sent = useRef("");
  const opener = useRef(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    if (draft === null && hadFocus.current) opener.current?.focus();
    hadFocus.current = false;
  }, [draft]);

  const keep = (viaKeyboard) => {
    hadFocus.current = viaKeyboard;
    if (draft !== null && draft.trim() !== value) {
      sent.current = draft.trim();
      onKeep(slot, sent.current);
    } else if (isWrong) {
      onLeave();
    }
    setDraft(null);
  };
  const onKeyDown = (event) => {
    if (event.key === "Enter" && !isComposing(event)) {
      // The chip gets the focus back, and this very key would press it.
      event.preventDefault();
      keep(true);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      hadFocus.current = true;
      if (isWrong) onLeave();
      setDraft(null);
    }
  };

  if (draft !== null) {
    return (
      <input
        className="chip-field"
        aria-label={label}
        autoFocus
        maxLength={120}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => keep(false)}
      />
    );
  }
  return (
    <button
      ref={opener}
      type="button"
      className={`slot-chip${value ? "" : " empty"}${isWrong ? " wrong" : ""}`}
      aria-label={value ? `${label}: ${value}. Change` : `Add ${label.toLowerCase()}`}
      // What was refused is there to be mended.
      onClick={() => setDraft((isWrong && sent.current) || value)}
    >
      {value ? <span className={slot === "text" ? "slot-value literal" : "slot-value"}>{value}</span> : addIcon}
      {value ? editIcon : "Add"}
    </button>
  );
}

// A menu is placed when it opens: below its button, above where it would leave the screen or cover the composer.
const MENU_GAP_PX = 6;

function placeMenu(menu, button) {
  const at = button.getBoundingClientRect();
  const floor = document.querySelector(".composer")?.getBoundingClientRect().top ?? window.innerHeight;
  const fitsBelow = at.bottom + MENU_GAP_PX + menu.offsetHeight <= Math.max(floor, at.bottom);
  const top = fitsBelow ? at.bottom + MENU_GAP_PX : at.top - MENU_GAP_PX - menu.offsetHeight;
  const left = Math.min(at.left, window.innerWidth - menu.offsetWidth - MENU_GAP_PX * 2);
  menu.style.top = `${Math.max(Math.min(top, window.innerHeight - menu.offsetHeight - MENU_GAP_PX), MENU_GAP_PX)}px`;
  menu.style.left = `${Math.max(left, MENU_GAP_PX * 2)}px`;
}

export function MenuButton({ label, name, icon, menuLabel, className = "", children }) {
  const id = useId();
  const button = useRef(null);
  const menu = useRef(null);
  const [isOpen, setIsOpen] = useState(false);
  const items = () => [...menu.current.querySelectorAll('[role="menuitem"]')];

  useEffect(() => {
    const shown = menu.current;
    const toggled = (event) => {
      setIsOpen(event.newState === "open");
      if (event.newState !== "open") return;
      placeMenu(shown, button.current);
      items()[0]?.focus();
    };
    shown.addEventListener("toggle", toggled);
    return () => shown.removeEventListener("toggle", toggled);
  }, []);
  useEffect(() => {
    if (!isOpen) return undefined;
    // What scrolls or turns under an open menu would leave it behind.
    const close = () => menu.current?.hidePopover();
    const scrolled = (event) => menu.current?.contains(event.target) || close();
    window.addEventListener("resize", close);
    document.addEventListener("scroll", scrolled, true);
    return () => {
      window.removeEventListener("resize", close);
      document.removeEventListener("scroll", scrolled, true);
    };
  }, [isOpen]);

  const move = (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next % all.length].focus();
  };
  const chosen = (event) => {
    if (event.target.closest('[role="menuitem"]')) menu.current.hidePopover();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`button ${className}`}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={name}
        title={name}
      >
        {label}
        {icon}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={menuLabel}
        className={`menu exports-menu ${className}`}
        onKeyDown={move}
        onClick={chosen}
      >
        {children}
      </div>
    </>
  );
}

export function FillButton({ text, className, children }) {
  const fill = () => {
    document.querySelector("[popover]:popover-open")?.hidePopover();
    window.dispatchEvent(new CustomEvent(FILL_COMPOSER, { detail: text }));
  };
  return (
    <button type="button" className={className} onClick={fill}>
      {children}
    </button>
  );
}

export function CopyButton({ text, label, icon, doneIcon }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}>
      {isCopied ? doneIcon : icon}
      <span className="sr-only" role="status">{isCopied ? "Copied" : ""}</span>
    </button>
  );
}

function useElapsed(seconds) {
  const began = useRef(0);
  const [shown, setShown] = useState(seconds);
  useEffect(() => {
    began.current = Date.now() - seconds * 1000;
    const tick = () => setShown((Date.now() - began.current) / 1000);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return Math.max(0, Math.floor(shown));
}

export function Elapsed({ seconds }) {
  const whole = useElapsed(seconds);
  return <span className="elapsed" role="timer" aria-live="off">{`${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`}</span>;
}

const NEARLY_NOTHING_SECONDS = 2;

function inAbout(seconds) {
  if (seconds < NEARLY_NOTHING_SECONDS) return "in a moment";
  for (const [unit, name] of [[3600, "hours"], [60, "minutes"]]) {
    if (seconds >= 1.5 * unit) return `in about ${Math.round(seconds / unit)} ${name}`;
  }
  return `in about ${Math.round(seconds)} seconds`;
}

function CountingDown({ seconds }) {
  const left = seconds - useElapsed(0);
  return <span role="timer" aria-live="off">{inAbout(left)}</span>;
}

export function WaitingWords({ seconds, patience, words, lateWords, restSeconds }) {
  const said = (useElapsed(seconds) < patience ? words : lateWords) ?? "";
  const [before, after] = said.split("{when}");
  if (after === undefined) return <>{said}</>;
  return <>{before}<CountingDown key={restSeconds} seconds={restSeconds} />{after}</>;
}

export function PageTitle({ title }) {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return null;
}

export function KeysOnQuestionMark({ popoverId }) {
  useEffect(() => {
    const toggle = (event) => {
      if (event.key !== "?" || event.target.closest?.("input, textarea, [contenteditable]")) return;
      document.getElementById(popoverId)?.togglePopover();
    };
    window.addEventListener("keydown", toggle);
    return () => window.removeEventListener("keydown", toggle);
  }, [popoverId]);
  return null;
}

const NEAR_BOTTOM_PX = 120;

export function StickyLog({ label, threadId, children }) {
  const log = useRef(null);
  const isAtBottom = useRef(true);

  useEffect(() => {
    const element = log.current;
    if (!element) return;
    isAtBottom.current = true;
    let first = null;
    let height = 0;
    const follow = () => {
      const newFirst = element.querySelector(".message");
      if (isAtBottom.current) element.scrollTop = element.scrollHeight;
      // Older messages came in above: what was being read stays where it is.
      else if (newFirst !== first) element.scrollTop += element.scrollHeight - height;
      first = newFirst;
      height = element.scrollHeight;
    };
    follow();
    // Grows when a message comes, and when a picture or a font changes the height.
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [threadId]);

  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = log.current;
    isAtBottom.current = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
  };
  return (
    <div ref={log} className="thread-scroll" onScroll={onScroll}>
      <div className="thread" role="log" aria-label={label} aria-live="polite" tabIndex={0}>
        {children}
      </div>
    </div>
  );
}

let isRenewed = false;

export function CookieRenewal({ url }) {
  useEffect(() => {
    if (isRenewed) return;
    isRenewed = true;
    // A visit that cannot be noted shortens nothing that matters: the cookie lives 400 days.
    fetch(url, { method: "POST", credentials: "include" }).catch(() => undefined);
  }, []);
  return null;
}

export function LinkToken() {
  const field = useRef(null);
  useEffect(() => {
    // Development runs effects twice; the second time the token is no longer there.
    if (!location.hash) return;
    field.current.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }, []);
  return <input ref={field} type="hidden" name="token" />;
}
