import { posts } from "./posts.js";

const article = document.getElementById("posts");
let count = 0;

document.getElementById("more").addEventListener("click", () => {
  const post = document.createElement("p");
  post.textContent = posts[count++ % posts.length];
  article.prepend(post);
  // And the first one is corrected each time, as editors do.
  const first = article.lastElementChild.firstChild;
  first.data = first.data.replace("arrives", "has arrived");
});
