/** The worker of Node. */
import { parentPort } from "node:worker_threads";
import { type Scope, serve } from "./serve";

if (parentPort) serve(parentPort as Scope);
