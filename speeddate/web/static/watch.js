// Look again every second at a page that tells how far something is, and follow where it leads when that is done.
const watched = document.querySelector("[data-watch]");
async function look() {
  const answer = await fetch(location.href).catch(() => null);
  if (answer && (answer.redirected || !answer.ok)) return location.replace(answer.redirected ? answer.url : location.href);
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page?.getElementById(watched.id);
  if (now && now.innerHTML !== watched.innerHTML) watched.innerHTML = now.innerHTML;
  setTimeout(look, 1000);
}
if (watched) setTimeout(look, 1000);
