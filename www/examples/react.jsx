import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { posts } from "./posts.js";

function Story() {
  const [shown, setShown] = useState(1);
  const [loud, setLoud] = useState(false);
  const Tag = loud ? "strong" : "span";
  return (
    <>
      <p>
        <button type="button" id="more" onClick={() => setShown(shown + 1)}>
          A new post
        </button>{" "}
        <button type="button" id="redraw" onClick={() => setLoud(!loud)}>
          Draw all of them anew
        </button>
      </p>
      <glosser-reader panel="end" published="2023-04-06">
        <article>
          <p>Mayor Ina Berg opens the bridge in Lisbon.</p>
          {posts.slice(0, shown).map((post) => (
            <p key={post}>
              <Tag>{post}</Tag>
            </p>
          ))}
        </article>
      </glosser-reader>
    </>
  );
}

createRoot(document.getElementById("app")).render(
  <StrictMode>
    <Story />
  </StrictMode>,
);
