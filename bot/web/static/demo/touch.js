// What does a finger on a message mean? Drawn to the left: a reply. Held and lifted: the menu.

const FAR = 56;
const HELD_MS = 450;

/** `reply(id)` and `hold(id, {x, y})` are told which message was drawn or held. */
export function onTouch(log, reply, hold) {
  let finger = null;
  const end = () => {
    if (!finger) return;
    clearTimeout(finger.timer);
    finger.node.style.translate = "";
    finger.node.classList.remove("held");
    finger = null;
  };
  log.addEventListener("pointerdown", (event) => {
    end();
    const node = event.pointerType === "touch" && event.target.closest(".message");
    if (!node) return;
    finger = { node, x: event.clientX, y: event.clientY, by: 0, held: false };
    finger.timer = setTimeout(() => {
      finger.held = true;
      node.classList.add("held");
    }, HELD_MS);
  });
  log.addEventListener("pointermove", (event) => {
    if (!finger || finger.held) return;
    const [across, along] = [event.clientX - finger.x, event.clientY - finger.y];
    if (Math.abs(across) > 8 || Math.abs(along) > 8) clearTimeout(finger.timer);
    if (Math.abs(along) > 24) {
      end();
      return;
    }
    finger.by = Math.max(-80, Math.min(0, across));
    if (finger.by < -8) finger.node.style.translate = `${finger.by}px 0`;
  });
  log.addEventListener("pointerup", () => {
    if (!finger) return;
    const { node, x, y, by, held } = finger;
    const id = Number(node.dataset.id);
    end();
    if (held) {
      swallowClick();
      // Only now: a menu that is open while the finger lifts would take that for a tap beside it.
      setTimeout(() => hold(id, { x, y }), 20);
    } else if (by <= -FAR) {
      swallowClick();
      reply(id);
    }
  });
  log.addEventListener("pointercancel", end);
}

/** The lifted finger does not press what is under it. */
function swallowClick() {
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", swallow, { capture: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 15);
}
