/** `npm start`: sets up, builds, serves the reader page. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { main, root } from "./run.mjs";
import { serve } from "./serve.mjs";

await main(async () => {
  await build();
  const dist = join(root, "dist");
  const server = await serve([dist], Number(process.env.PORT ?? 8080));
  console.log(`
  Glosser is ready.

  In the browser   http://localhost:${server.address().port}/
  From disk        ${pathToFileURL(join(dist, "glosser.html"))}

  Ctrl+C ends it.`);
});
