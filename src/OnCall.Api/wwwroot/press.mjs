// A button that is replaced while it is pressed swallows the press; but some presses are never told to have ended.
const longest = 1500;
let pressing = false;
let release = 0;

export const isPressing = () => pressing;

// Of a finger, and of keys where a screen has them press.
export function watchPresses({ keys }) {
  const named = [["pointerdown", true], ["pointerup", false], ["pointercancel", false], ["blur", false]];
  for (const [name, value] of keys ? [...named, ["keydown", true], ["keyup", false]] : named) {
    addEventListener(name, () => {
      pressing = value;
      clearTimeout(release);
      release = setTimeout(() => { pressing = false; }, longest);
    });
  }
}
