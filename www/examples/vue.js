import { createApp, h, ref } from "vue/dist/vue.runtime.esm-bundler.js";
import { posts } from "./posts.js";

createApp({
  setup() {
    const shown = ref(1);
    const loud = ref(false);
    return () => [
      h("p", [
        h("button", { type: "button", id: "more", onClick: () => shown.value++ }, "A new post"),
        " ",
        h(
          "button",
          { type: "button", id: "redraw", onClick: () => (loud.value = !loud.value) },
          "Draw all of them anew",
        ),
      ]),
      h("glosser-reader", { panel: "end", published: "2023-04-06" }, [
        h("article", [
          h("p", "Mayor Ina Berg opens the bridge in Lisbon."),
          ...posts.slice(0, shown.value).map((post) => h("p", { key: post }, h(loud.value ? "strong" : "span", post))),
        ]),
      ]),
    ];
  },
}).mount("#app");
