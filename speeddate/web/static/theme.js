// Follow the light or dark that the visitor's system asks for, and bring what needs mending into view.
const asked = matchMedia("(prefers-color-scheme: dark)");
const show = (dark) => {
  document.documentElement.classList.toggle("dark", dark);
  document.documentElement.classList.toggle("light", !dark);
};
const follow = () => show(asked.matches);
follow();
asked.addEventListener("change", follow);
addEventListener("beforeprint", () => show(false)); // paper is white
addEventListener("afterprint", follow);
addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());
