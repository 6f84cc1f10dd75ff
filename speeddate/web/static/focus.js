// Bring what needs mending into view.
document.querySelector("[data-focus]")?.focus();
