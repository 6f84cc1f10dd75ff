// Let a mouse drag what buttons move anyway: the new order is sent as one press.
for (const list of document.querySelectorAll("[data-drag]")) {
  let dragged = null;
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li");
    event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over) return;
    event.preventDefault();
    const after = event.clientY > over.getBoundingClientRect().top + over.offsetHeight / 2;
    list.insertBefore(dragged, after ? over.nextSibling : over);
  });
  list.addEventListener("drop", (event) => {
    event.preventDefault();
    const move = Object.assign(document.createElement("input"), { type: "hidden", name: "move" });
    move.value = `order ${[...list.children].map((item) => item.dataset.ref).join(" ")}`;
    list.closest("form").append(move);
    list.closest("form").requestSubmit();
  });
}
