// Keep one's place on the board, say aloud what was done, and let a mouse drag what pages move anyway.
const board = document.querySelector("[data-board]");
const told = document.querySelector("main > [role=status]");
if (told) setTimeout(() => told.replaceChildren(...[...told.childNodes].map((node) => node.cloneNode(true))), 300);

const named = decodeURIComponent(location.hash.slice(1));
const places = [named, `list-${named}`].map((id) => document.getElementById(id));
const place = named && places.find((each) => each?.getClientRects().length);
if (place) {
  if (place.id !== named) location.replace(`#${place.id}`);
  place.scrollIntoView({ block: "center", inline: "nearest" });
  place.focus({ preventScroll: true });
}

// On a narrow screen, browsers scroll what has the focus under the head of its row.
addEventListener("focusin", (event) => {
  const head = event.target.closest(".grid tr")?.querySelector("th");
  const under = head ? head.getBoundingClientRect().right + 8 - event.target.getBoundingClientRect().left : 0;
  if (under > 0) head.closest(".wide").scrollLeft -= under;
});

document.querySelector("[data-drag-told]")?.removeAttribute("hidden");
let dragged = null;
let over = null;
const light = (cell) => {
  over?.classList.remove("over");
  over = cell;
  over?.classList.add("over");
};
const target = (event) => event.target.closest?.("[data-pair], [data-spot]");

// Where a meeting goes: to whoever sits there it is a swap, to a free place a move; its own employer, if it sits there.
function spot(on) {
  if (on.dataset.pair) return `swap:${on.dataset.pair}`;
  const mine = dragged.dataset.pair.split(":")[1];
  const hosts = on.dataset.hosts.split(" ").filter(Boolean);
  return `spot:${on.dataset.spot}:${hosts.length === 0 || hosts.includes(mine) ? mine : hosts[0]}`;
}

addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-spot] [data-pair]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.clearData(); // or some browsers go where a dropped link leads
  event.dataTransfer.setData("text/plain", dragged.textContent);
});
addEventListener("dragover", (event) => {
  const on = dragged && target(event);
  light(on && on !== dragged ? on.closest("[data-spot]") : null);
  if (over) event.preventDefault();
});
addEventListener("dragend", () => light((dragged = null)));
addEventListener("drop", (event) => {
  const on = dragged && target(event);
  if (!on || on === dragged || on.contains(dragged)) return;
  event.preventDefault();
  board.action = dragged.href;
  board.elements.deed.value = `move:${dragged.dataset.pair.split(":")[1]}`;
  board.elements.spot.value = spot(on);
  board.requestSubmit();
});
