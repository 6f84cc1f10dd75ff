// Look again every second at a page that tells how far something is, and follow where it leads when that is done.
const watched = document.querySelector("[data-watch]");
async function look() {
  const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page && page.getElementById(watched.id);
  if (answer && !now) return location.reload();
  if (now && now.innerHTML !== watched.innerHTML) watched.innerHTML = now.innerHTML;
  setTimeout(look, 1000);
}
if (watched) setTimeout(look, 1000);
