// Which look was chosen before? Asked before anything is drawn.

const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
