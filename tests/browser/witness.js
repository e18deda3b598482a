// First script of a page under test where the driver cannot see the console or the network.
(() => {
  const problems = [];
  globalThis.glosserWitness = {
    problems,
    get requests() {
      return performance.getEntriesByType("resource").map((entry) => entry.name);
    },
  };
  for (const level of ["log", "info", "warn", "error", "debug"]) {
    const write = console[level];
    console[level] = (...args) => {
      problems.push(`${level}: ${args.join(" ")}`);
      write.apply(console, args);
    };
  }
  addEventListener("error", (event) => problems.push(`uncaught: ${event.message || event.target}`), true);
  addEventListener("unhandledrejection", (event) => problems.push(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
})();
