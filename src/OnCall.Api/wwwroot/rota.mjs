// A shift is added where the roster is clicked: eight hours from the full hour there. Links and forms do the same without it.
for (const track of document.querySelectorAll(".tl-track[data-add]")) {
  track.addEventListener("click", event => {
    if (event.target.closest("a")) {
      return;
    }
    const { left, width } = track.getBoundingClientRect();
    const [from, to] = [Number(track.dataset.from), Number(track.dataset.to)];
    const hour = Math.floor((from + ((event.clientX - left) / width) * (to - from)) / 3600) * 3600;
    const address = new URL(track.dataset.add, location.href);
    address.searchParams.set("from", new Date(hour * 1000).toISOString());
    address.searchParams.set("to", new Date((hour + 8 * 3600) * 1000).toISOString());
    location.assign(address);
  });
}
