/**
 * Runs in a worker, beside the page: the first day, number and country that are written in a process make the browser load what it
 * knows of languages, which takes it tens of milliseconds. Written here, they keep nobody waiting, and the page's own are there at once.
 */
try {
  const { languages } = navigator;
  new Intl.DateTimeFormat(languages, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(0);
  new Intl.NumberFormat(languages).format(0);
  new Intl.DisplayNames(languages, { type: "region" }).of("FR");
} catch {
  // A system without a language has one that Intl does not know: "C".
}
close();
