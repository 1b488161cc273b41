// The fields of a brand kit. components/kit_parts.py is the Python side of each part.
import { useContext, useEffect, useId, useRef, useState } from "react";
import { FieldError, HEX, Kit, useField } from "./kit_saving.jsx";

export function KitName({ label, stored, isNew, maxLength }) {
  const { saver } = useContext(Kit);
  const { value, error, change } = useField("name", stored);
  // While it is being typed the field is left alone: a space at the end is the start of the next word.
  const [typed, setTyped] = useState(null);
  const field = useRef(null);
  const id = useId();
  useEffect(() => {
    if (!isNew) return;
    field.current.focus();
    field.current.select();
  }, [isNew]);
  return (
    <div className="kit-name">
      <input
        ref={field}
        className="kit-field"
        aria-label={label}
        aria-invalid={error !== ""}
        aria-describedby={id}
        maxLength={maxLength}
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          change(event.target.value);
        }}
        onKeyDown={(event) => event.key === "Enter" && saver.send()}
        onBlur={() => {
          setTyped(null);
          saver.send();
        }}
      />
      <FieldError id={id} error={error} />
    </div>
  );
}

const withHash = (text) => (/^[0-9a-f]{3}([0-9a-f]{3})?$/i.test(text) ? `#${text}` : text);

export function Swatch({ role: colourRole, label, stored, suggestion, isRequired, addIcon, removeIcon }) {
  const { value, error, change } = useField(`colours.${colourRole}`, stored);
  const [typed, setTyped] = useState(null);
  const hex = useRef(null);
  const add = useRef(null);
  const moveTo = useRef(null);
  const id = useId();
  const isThere = value !== "";
  useEffect(() => {
    moveTo.current?.current?.focus();
    moveTo.current = null;
  }, [isThere]);

  if (!isThere) {
    const fill = () => {
      moveTo.current = hex;
      change(suggestion, true);
    };
    return (
      <div className="swatch">
        <button ref={add} type="button" className="swatch-colour empty" aria-label={`Add ${label.toLowerCase()} colour`} onClick={fill}>
          {addIcon}
          Add
        </button>
        <span className="swatch-role">{label}</span>
      </div>
    );
  }
  const shown = HEX.test(value) ? value : stored || suggestion;
  const type = (text) => {
    setTyped(text);
    if (HEX.test(withHash(text.trim()))) change(withHash(text.trim()).toLowerCase());
  };
  const finish = () => {
    const text = withHash(typed?.trim() ?? "");
    if (text && text.toLowerCase() !== value) change(text, true);
    setTyped(null);
  };
  const remove = () => {
    moveTo.current = add;
    change("", true);
  };
  return (
    <div className="swatch">
      <label className="swatch-colour" style={{ background: shown }}>
        <input type="color" aria-label={`${label} colour`} value={shown.toLowerCase()} onChange={(event) => change(event.target.value)} />
      </label>
      <span className="swatch-role">{label}</span>
      <div className="swatch-line">
        <input
          ref={hex}
          className="swatch-hex"
          aria-label={`${label} colour as hex`}
          aria-invalid={error !== ""}
          aria-describedby={id}
          maxLength={9}
          spellCheck={false}
          autoComplete="off"
          value={typed ?? value.toUpperCase()}
          onFocus={(event) => event.target.select()}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && finish()}
          onBlur={finish}
        />
        {!isRequired && (
          <button type="button" className="swatch-remove" aria-label={`Remove ${label.toLowerCase()} colour`} title="Remove" onClick={remove}>
            {removeIcon}
          </button>
        )}
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}

export function ShadeButton({ colourRole, shade, children }) {
  const { saver } = useContext(Kit);
  return (
    <button type="button" className="button" onClick={() => saver.change({ [`colours.${colourRole}`]: shade }, true)}>
      {children}
    </button>
  );
}

export function FontSelect({ name, label, stored, options, anyLabel }) {
  const { value, error, change } = useField(name, stored);
  const id = useId();
  return (
    <label className="kit-font">
      <span>{label}</span>
      <select className="kit-select" style={{ fontFamily: value ? `kit-${value}` : undefined }} value={value} aria-describedby={id} onChange={(event) => change(event.target.value, true)}>
        <option value="">{anyLabel}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value} style={{ fontFamily: `kit-${one.value}` }}>
            {one.label}
          </option>
        ))}
      </select>
      <FieldError id={id} error={error} />
    </label>
  );
}

export function ToneChips({ label, stored, options }) {
  const { value, change } = useField("tone", stored.join(","));
  const chosen = value.split(",").filter(Boolean);
  const toggle = (tone) => change((chosen.includes(tone) ? chosen.filter((one) => one !== tone) : [...chosen, tone]).join(","), true);
  return (
    <div className="kit-chips" role="group" aria-label={label}>
      {options.map((one) => (
        <label key={one.value} className="chip">
          <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => toggle(one.value)} />
          {one.label}
        </label>
      ))}
    </div>
  );
}

export function StrengthChoice({ label, stored, options }) {
  const { value, change } = useField("strength", stored);
  const id = useId();
  return (
    <>
      <div className="segments" role="radiogroup" aria-label={label} aria-describedby={id}>
        {options.map((one) => (
          <label key={one.value}>
            <input type="radio" name="strength" value={one.value} checked={one.value === value} onChange={() => change(one.value, true)} />
            {one.label}
          </label>
        ))}
      </div>
      <p id={id} className="kit-hint" aria-live="polite">
        {options.find((one) => one.value === value)?.hint}
      </p>
    </>
  );
}
