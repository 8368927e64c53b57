// Where does the payment page lead back to? To the messenger around it, or to a fresh one.

const start = new URLSearchParams(location.search).get("start") ?? "";
if (parent !== window) {
  parent.postMessage({ type: "return", start }, location.origin);
} else {
  const back = new URL("/demo", location.origin);
  back.searchParams.set("as", localStorage.getItem("as") ?? "Anna");
  if (start) back.searchParams.set("start", start);
  location.replace(back);
}
