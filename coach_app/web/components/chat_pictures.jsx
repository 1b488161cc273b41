// Pictures to go by: picked, dropped on the conversation or pasted, and shown above the composer's field.
// components/chat_pictures.py is the Python side.
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { FileField, send } from "../uploading/uploading.jsx";

// One after the other: the server takes few at once. `id` comes with the answer; until the session's own list has it,
// the picture is shown as it was sent.
function useSending(url, pictures, onError) {
  const [sending, setSending] = useState([]);
  const queue = useRef(Promise.resolve());
  const change = (key, more) => setSending((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const forget = (isGone) =>
    setSending((all) => {
      all.filter(isGone).forEach((one) => URL.revokeObjectURL(one.preview));
      return all.filter((one) => !isGone(one));
    });
  const start = (file) => {
    const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    setSending((all) => [...all, { key, url, preview: URL.createObjectURL(file), progress: 0, id: null }]);
    queue.current = queue.current.then(() =>
      send("POST", url, file, (progress) => change(key, { progress })).then(
        (body) => change(key, { id: JSON.parse(body).id }),
        (why) => {
          forget((one) => one.key === key);
          onError(why);
        },
      ),
    );
  };
  // What the list does not have by the next change of it has been removed elsewhere.
  const listed = pictures.map((picture) => picture.id).join();
  useEffect(() => forget((one) => one.id !== null), [listed]);
  const known = new Set(pictures.map((picture) => picture.id));
  return { sending: sending.filter((one) => one.url === url && !known.has(one.id)), start };
}

const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

// A file that misses the conversation would be opened in place of the page.
function useDrop(anchor, onFiles) {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const isInside = (event) => anchor.current?.closest(".conversation")?.contains(event.target);
    const over = (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isInside(event) ? "copy" : "none";
      setOver(true);
    };
    const leave = (event) => event.relatedTarget === null && setOver(false);
    const drop = (event) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (isInside(event)) latest.current([...event.dataTransfer.files]);
    };
    const listeners = { dragover: over, dragleave: leave, drop };
    Object.entries(listeners).forEach(([name, listener]) => window.addEventListener(name, listener));
    return () => Object.entries(listeners).forEach(([name, listener]) => window.removeEventListener(name, listener));
  }, []);
  return isOver;
}

function usePaste(onFiles) {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const paste = (event) => {
      const field = event.target.closest?.("input, textarea, [contenteditable]");
      if (field && !field.closest(".composer")) return;
      const files = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
      // Office programs lay a picture of the text beside the text.
      if (!files.length || event.clipboardData.types.includes("text/plain")) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, []);
}

function Thumbnail({ number, picture, isLeaving, removeIcon, onRemove }) {
  return (
    <li className={isLeaving ? "leaving" : undefined}>
      <img src={picture.url} alt={`Picture ${number}`} />
      <button type="button" className="tray-remove" aria-label={`Remove picture ${number}`} title="Remove" disabled={isLeaving} onClick={onRemove}>
        {removeIcon}
      </button>
    </li>
  );
}

function SentThumbnail({ number, picture }) {
  const percent = Math.round(picture.progress * 100);
  return (
    <li className="sending">
      <img src={picture.preview} alt={`Picture ${number}`} />
      <span className="bar" role="progressbar" aria-label={`Sending picture ${number}`} aria-valuenow={percent}>
        <span className="bar-fill" style={{ width: `${percent}%` }} />
      </span>
    </li>
  );
}

export function ChatPictures({ url, accept, maxBytes, tooLarge, pictures, most, tooMany, refusal, icon, removeIcon, errorIcon }) {
  const field = useRef(null);
  const button = useRef(null);
  const [error, setError] = useState("");
  const [leaving, setLeaving] = useState([]);
  const { sending, start } = useSending(url, pictures, setError);
  const total = pictures.length + sending.length;
  const take = (files) => {
    if (!url || !files.length) return;
    setError(refusal || (total + files.length > most ? tooMany : ""));
    if (refusal) return;
    for (const file of files.slice(0, Math.max(most - total, 0))) {
      if (file.size > maxBytes) setError(tooLarge);
      else start(file);
    }
  };
  const pick = () => {
    if (refusal || total >= most) setError(refusal || tooMany);
    else field.current.click();
  };
  const remove = (id) => {
    setError("");
    setLeaving((all) => [...all, id]);
    // The button that had the focus goes.
    button.current.focus();
    send("DELETE", `${url}/${id}`).catch((why) => {
      setLeaving((all) => all.filter((one) => one !== id));
      setError(why);
    });
  };
  usePaste(take);
  const isOver = useDrop(button, take);
  useEffect(() => setError(""), [url]);
  return (
    <>
      {total > 0 && (
        <div className="tray">
          <ul aria-label="Pictures to go by">
            {pictures.map((picture, at) => (
              <Thumbnail
                key={picture.id}
                number={at + 1}
                picture={picture}
                isLeaving={leaving.includes(picture.id)}
                removeIcon={removeIcon}
                onRemove={() => remove(picture.id)}
              />
            ))}
            {sending.map((picture, at) => (
              <SentThumbnail key={picture.key} number={pictures.length + at + 1} picture={picture} />
            ))}
          </ul>
          <p>{`The next pictures go ${refusal ? "without" : "by"} ${total === 1 ? "this one" : "these"}`}</p>
        </div>
      )}
      {error && (
        <p className={error === refusal ? "composer-error calm" : "composer-error"} role="alert">
          {errorIcon}
          <span>{error}</span>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => setError("")}>
            {removeIcon}
          </button>
        </p>
      )}
      <span className="sr-only" role="status">
        {sending.length > 0 ? "Sending." : pictures.length > 0 ? `Pictures to go by: ${pictures.length}.` : ""}
      </span>
      <FileField field={field} accept={accept} label="Pictures to go by" isMultiple onFiles={take} />
      <button ref={button} type="button" className="attach" aria-label="Add pictures to go by" title="Add pictures to go by" disabled={!url} onClick={pick}>
        {icon}
      </button>
      {isOver &&
        !refusal &&
        createPortal(
          <div className="drop-target" aria-hidden="true">
            {icon}
            Drop pictures to go by
          </div>,
          button.current.closest(".conversation"),
        )}
    </>
  );
}
