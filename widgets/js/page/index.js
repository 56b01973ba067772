// The book's page: its questions are there from the start, the other widgets come alive where they stand, when the
// reader comes near. Nothing is asked of a network,
// and no module script is used, so that a page opened from disk works, too.
import { readAddress } from "./address.js";
import { Place } from "./place.js";
import { Questions } from "./questions.js";

function start() {
  const places = [...document.querySelectorAll(".widget-place")].map((node) => new Place(node));
  const byNode = new Map(places.map((place) => [place.node, place]));
  new Questions(document).open(places);

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        near.unobserve(target);
        byNode.get(target).mount();
      }
    },
    { rootMargin: "100% 0px" },
  );
  for (const place of places) {
    if (place.name === "predict") place.mount();
    else near.observe(place.node);
  }

  // An address that names a widget, `#w-CELL?W=7`, shows it at once, in that state.
  const follow = () => {
    const named = readAddress(location.hash);
    places.find((place) => place.node.id === named?.id)?.visit(named.values);
  };
  addEventListener("hashchange", follow);
  follow();
  document.documentElement.dataset.widgets = "ready";
}

start(); // the script is deferred: the document is there
