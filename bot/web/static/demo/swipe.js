// How does a swipe to the left become a reply?

const FAR = 56;

/** Tells the id of the message that was drawn to the left with a finger. */
export function swipeToReply(log, reply) {
  let drawn = null;
  log.addEventListener("pointerdown", (event) => {
    const node = event.pointerType === "touch" && event.target.closest(".message");
    drawn = node ? { node, x: event.clientX, y: event.clientY, by: 0 } : null;
  });
  log.addEventListener("pointermove", (event) => {
    if (!drawn) return;
    const by = event.clientX - drawn.x;
    if (Math.abs(event.clientY - drawn.y) > 24) return end();
    drawn.by = Math.max(-80, Math.min(0, by));
    drawn.node.style.translate = `${drawn.by}px 0`;
  });
  const end = () => {
    if (!drawn) return;
    const { node, by } = drawn;
    drawn = null;
    node.style.translate = "";
    if (by <= -FAR) reply(Number(node.dataset.id));
  };
  log.addEventListener("pointerup", end);
  log.addEventListener("pointercancel", end);
}
