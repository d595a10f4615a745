// A moment by the hospital's wall clock, not by this machine's.
export function clock(at, zone) {
  try {
    return at.toLocaleTimeString("en-GB", { timeZone: zone, timeZoneName: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  } catch {
    return `${at.toISOString().slice(11, 19)} UTC`;
  }
}
