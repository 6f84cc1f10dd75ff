// Follow the light or dark that the visitor's system asks for, and bring what needs mending into view.
const asked = matchMedia("(prefers-color-scheme: dark)");
const follow = () => {
  document.documentElement.classList.toggle("dark", asked.matches);
  document.documentElement.classList.toggle("light", !asked.matches);
};
follow();
asked.addEventListener("change", follow);
addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());
