// A file is dropped, its way is shown, and what was made of it stands on the same screen with the file still chosen: it can be read again otherwise.
const form = document.getElementById("upload");
const drop = document.getElementById("drop");
const file = document.getElementById("file");
const sending = document.getElementById("sending");
const progress = document.getElementById("progress");

if (form) {
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, event => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", event => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files;
      file.dispatchEvent(new Event("change"));
    }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    send();
  });
}

function send() {
  const request = new XMLHttpRequest();
  const button = form.querySelector("button.primary");
  button.disabled = true;
  progress.hidden = false;
  request.upload.addEventListener("progress", event => {
    const part = event.lengthComputable ? Math.round((event.loaded / event.total) * 100) : 0;
    progress.value = part;
    say(part < 100 ? sending.dataset.sending.replace("{0}", part) : sending.dataset.reading);
  });
  request.addEventListener("load", () => {
    show(new DOMParser().parseFromString(request.responseText, "text/html"), request.responseURL);
    end("");
  });
  request.addEventListener("error", () => end(sending.dataset.failed));
  request.open("POST", form.action);
  request.send(new FormData(form));

  function end(words) {
    button.disabled = false;
    progress.hidden = true;
    say(words);
  }
}

function show(answer, address) {
  const next = answer.getElementById("result");
  if (!next) {
    location.assign(address);
    return;
  }
  document.getElementById("result").replaceWith(next);
  const chosen = new FormData(form);
  const corrections = answer.getElementById("corrections");
  document.getElementById("corrections").replaceWith(corrections);
  for (const field of corrections.querySelectorAll("select, input")) {
    const value = chosen.get(field.name);
    if (value && (field.tagName === "INPUT" || [...field.options].some(o => o.value === value))) {
      field.value = value;
    }
  }
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

function say(words) {
  if (sending.textContent !== words) {
    sending.textContent = words;
  }
}
