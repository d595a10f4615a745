// Rings and shakes for what asks, each urgency in its own way, until it is answered or silenced. A routine page rings nowhere.
const sound = document.getElementById("sound");
const turnOn = document.getElementById("sound-on");
const silence = document.getElementById("silence");
const said = document.getElementById("sound-said");
const order = ["code", "urgent", "critical-result"];
const ways = {
  "code": { again: 10, tones: [[960, 0], [720, .25], [960, .5], [720, .75], [960, 1], [720, 1.25]], length: .22, shake: [400, 100, 400, 100, 400, 100, 400] },
  "urgent": { again: 30, tones: [[880, 0], [880, .35], [880, .7]], length: .2, shake: [250, 150, 250, 150, 250] },
  "critical-result": { again: 60, tones: [[590, 0], [790, .4]], length: .35, shake: [500, 200, 150] },
};
const heard = new Set();
let audio = null;
let timer = 0;
let rings = "";

// Called with the cards that ask now, whenever they may have changed.
export function askedBy(cards) {
  const asking = new Map([...cards].map(card => [card.id, card.dataset.urgency]));
  for (const id of heard) {
    if (!asking.has(id)) {
      heard.delete(id);
    }
  }
  const loud = [...asking].filter(([id]) => !heard.has(id)).map(([, urgency]) => urgency);
  const most = order.find(urgency => loud.includes(urgency)) ?? "";
  if (most !== rings) {
    rings = most;
    clearInterval(timer);
    if (most) {
      timer = setInterval(ring, ways[most].again * 1000);
      ring();
    } else {
      navigator.vibrate?.(0);
    }
  }
  document.documentElement.dataset.ringing = rings;
  silence.hidden = !rings || audio?.state !== "running";
  silence.onclick = () => {
    for (const id of asking.keys()) {
      heard.add(id);
    }
    askedBy(cards);
  };
  shown();
}

function ring() {
  const way = ways[rings];
  navigator.vibrate?.(way.shake);
  if (audio?.state === "running") {
    for (const [frequency, at] of way.tones) {
      play(frequency, at, way.length);
    }
  }
}

function play(frequency, at, length) {
  const tone = new OscillatorNode(audio, { frequency });
  tone.connect(new GainNode(audio, { gain: .25 })).connect(audio.destination);
  tone.start(audio.currentTime + at);
  tone.stop(audio.currentTime + at + length);
}

// Browsers keep still until the screen was touched once.
async function wake(told) {
  audio ??= new AudioContext();
  audio.onstatechange = shown;
  await audio.resume();
  if (told) {
    play(880, 0, .15);
    said.textContent = sound.dataset.on;
  }
  if (rings) {
    ring();
    silence.hidden = false;
  }
  shown();
}

// In a place of its own: what moves under a finger is pressed amiss.
function shown() {
  turnOn.hidden = audio?.state === "running";
  said.hidden = !silence.hidden;
}

turnOn.addEventListener("click", () => wake(true));
addEventListener("click", event => event.target !== turnOn && audio?.state !== "running" && wake(false));
shown();
