// Pictures for a brand kit: its logos, and what its colours are taken from. They go to the REST routes.
// components/kit_parts.py is the Python side of each part.
import { useContext, useId, useRef, useState } from "react";
import { MenuButton } from "../browser_parts/browser_parts.jsx";
import { FileField, send } from "../uploading/uploading.jsx";
import { FieldError, Kit } from "./kit_saving.jsx";

function useUpload(method, url, maxBytes, tooLarge, onDone) {
  const [progress, setProgress] = useState(null);
  const [error, setError] = useState("");
  const { saver } = useContext(Kit);
  const refuse = (why) => {
    setError(why);
    saver.forget();
  };
  const upload = (file) => {
    if (!file || progress !== null) return;
    if (file.size > maxBytes) return refuse(tooLarge);
    setError("");
    setProgress(0);
    send(method, url, file, setProgress).then(onDone, refuse).finally(() => setProgress(null));
  };
  return { progress, error, upload, dismiss: () => setError("") };
}

export function PaletteButton({ label, icon, errorIcon, url, accept, maxBytes, tooLarge, className, onColours }) {
  const field = useRef(null);
  const { progress, error, upload } = useUpload("POST", url, maxBytes, tooLarge, (body) => onColours(JSON.parse(body).colours));
  return (
    <>
      <FileField field={field} accept={accept} label="Picture to take colours from" onFile={upload} />
      <button type="button" className={className} disabled={progress !== null} onClick={() => field.current.click()}>
        {icon}
        {progress === null ? label : "Looking…"}
      </button>
      {error && (
        <p className="field-error" role="alert">
          {errorIcon}
          {error}
        </p>
      )}
    </>
  );
}

export function PalettePicker({ label, icon, uploadIcon, url, accept, maxBytes, tooLarge, palettes, roles, children }) {
  const { saver, errorIcon } = useContext(Kit);
  const field = useRef(null);
  const [offered, setOffered] = useState(null);
  const { progress, error, upload } = useUpload("POST", url, maxBytes, tooLarge, (body) => setOffered(JSON.parse(body).colours));
  const look = (file) => {
    setOffered(null);
    upload(file);
  };
  const takeThem = () => {
    saver.change(Object.fromEntries(Object.entries(offered).map(([role, colour]) => [`colours.${role}`, colour])), true);
    setOffered(null);
  };
  const isEmpty = offered && Object.keys(offered).length === 0;
  const words = progress === null ? label : "Looking…";
  return (
    <>
      <div className="kit-heading">
        {children}
        <FileField field={field} accept={accept} label="Picture to take colours from" onFile={look} />
        {palettes.length === 0 ? (
          <button type="button" className="button quiet" disabled={progress !== null} onClick={() => field.current.click()}>
            {icon}
            {words}
          </button>
        ) : (
          <MenuButton label={words} icon={icon} menuLabel={label}>
            <button type="button" role="menuitem" className="menu-item" onClick={() => field.current.click()}>
              {uploadIcon}
              Upload a picture
            </button>
            {palettes.map((palette) => (
              <button key={palette.label} type="button" role="menuitem" className="menu-item" onClick={() => setOffered(palette.colours)}>
                {icon}
                {palette.label}
              </button>
            ))}
          </MenuButton>
        )}
      </div>
      {error && (
        <p className="field-error" role="alert">
          {errorIcon}
          {error}
        </p>
      )}
      {offered && (
        <div className="offer" role="group" aria-label="Colours of the picture">
          <ul>
            {roles
              .filter((role) => offered[role.value])
              .map((role) => (
                <li key={role.value}>
                  <span className="offer-colour" style={{ background: offered[role.value] }} />
                  {role.label}
                </li>
              ))}
          </ul>
          {isEmpty && <p>There are no colours to take in that picture.</p>}
          <div className="offer-actions">
            <button type="button" className="button quiet" onClick={() => setOffered(null)}>
              No thanks
            </button>
            {!isEmpty && (
              <button type="button" className="button" autoFocus onClick={takeThem}>
                Use these colours
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

export function LogoSlot({ kind, label, alt, url, picture, ground, hint, accept, maxBytes, tooLarge, uploadIcon, removeIcon, onDone, onRemove }) {
  const field = useRef(null);
  const [isOver, setOver] = useState(false);
  const [isDone, setDone] = useState(false);
  const id = useId();
  const { progress, error, upload, dismiss } = useUpload("PUT", url, maxBytes, tooLarge, () => {
    setDone(true);
    onDone();
  });
  const start = (file) => {
    setDone(false);
    upload(file);
  };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    start(event.dataTransfer.files[0]);
  };
  const name = label.toLowerCase();
  const isBusy = progress !== null;
  const percent = Math.round((progress ?? 0) * 100);
  return (
    <div className="logo-slot">
      <FileField field={field} accept={accept} label={`File for the ${name} logo`} onFile={start} />
      <button
        type="button"
        className={`logo-art ${picture ? ground : "empty"}${isOver ? " over" : ""}`}
        aria-label={picture ? `Replace the ${name} logo` : `Add the ${name} logo`}
        aria-describedby={`${id} ${id}-hint`}
        disabled={isBusy}
        onClick={() => field.current.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {picture && <img src={picture} alt={alt} />}
        {!isBusy && (
          <span className="logo-deed">
            {uploadIcon}
            <span>{picture ? "Replace" : "Add"}</span>
          </span>
        )}
        {isBusy && (
          <span className="logo-progress">
            <span className="bar" role="progressbar" aria-label={`Sending the ${name} logo`} aria-valuenow={percent}>
              <span className="bar-fill" style={{ width: `${percent}%` }} />
            </span>
            {percent < 100 ? `${percent} %` : "Checking…"}
          </span>
        )}
      </button>
      <div className="logo-line">
        <span>{label}</span>
        {picture && !isBusy && (
          <button
            type="button"
            className="swatch-remove"
            aria-label={`Remove the ${name} logo`}
            title="Remove"
            onClick={() => {
              setDone(false);
              dismiss();
              onRemove(kind);
            }}
          >
            {removeIcon}
          </button>
        )}
      </div>
      {hint && !isBusy && (
        <p id={`${id}-hint`} className="kit-hint">
          {hint}
        </p>
      )}
      <span className="sr-only" role="status">
        {isDone && picture ? `The ${name} logo is saved.` : ""}
      </span>
      <FieldError id={id} error={error} />
    </div>
  );
}
