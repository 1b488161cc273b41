// Files on their way to a REST route. components/uploading.py is the Python side.
const LOST = "That didn’t arrive. Check your connection and try once more.";
const sentence = (body) => {
  try {
    return JSON.parse(body).detail || LOST;
  } catch {
    return LOST;
  }
};

// XMLHttpRequest, because fetch does not say how much has gone out.
export function send(method, url, file = null, onProgress = () => undefined) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.withCredentials = true;
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => (request.status < 300 ? resolve(request.responseText) : reject(sentence(request.responseText)));
    request.onerror = () => reject(LOST);
    request.send(file);
  });
}

export function FileField({ field, accept, label, isMultiple, onFile, onFiles }) {
  return (
    <input
      ref={field}
      type="file"
      className="file-field"
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      multiple={isMultiple}
      onChange={(event) => {
        if (isMultiple) onFiles([...event.target.files]);
        else onFile(event.target.files[0]);
        // The same file may be chosen once more after it was mended.
        event.target.value = "";
      }}
    />
  );
}
