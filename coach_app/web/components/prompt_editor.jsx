// The prompt that goes to a model, to be read and rewritten. components/prompt_editor.py is the Python side.
import { useEffect, useRef, useState } from "react";

export function PromptEditor({ prompt, maxLength, editIcon, onKeep }) {
  const [draft, setDraft] = useState(null);
  const opener = useRef(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (draft === null && wasEditing.current) opener.current?.focus();
    wasEditing.current = draft !== null;
  }, [draft === null]);

  const keep = () => {
    if (draft.trim() !== prompt) onKeep(draft);
    setDraft(null);
  };
  const onKeyDown = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    setDraft(null);
  };
  // Whatever asks for a picture takes what stands here along: it is kept before the click is heard there.
  useEffect(() => {
    if (draft === null) return undefined;
    const onClick = (event) => {
      if (event.target.closest?.("button.generate:enabled")) keep();
    };
    const onKey = (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) keep();
    };
    window.addEventListener("click", onClick, true);
    window.addEventListener("keydown", onKey, true);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("keydown", onKey, true);
    };
  });
  if (draft === null) {
    return (
      <>
        <p className="prompt">{prompt}</p>
        <div className="prompt-actions">
          <button ref={opener} type="button" className="button quiet" onClick={() => setDraft(prompt)}>
            {editIcon}
            Edit the prompt
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <textarea
        className="prompt prompt-field"
        data-generates=""
        aria-label="The prompt"
        autoFocus
        maxLength={maxLength}
        rows={10}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="prompt-actions">
        <button type="button" className="button" onClick={keep}>
          Keep
        </button>
        <button type="button" className="button quiet" onClick={() => setDraft(null)}>
          Cancel
        </button>
      </div>
    </>
  );
}
