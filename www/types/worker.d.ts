/** The worker script: a file to serve, and to name as `workerUrl`. It has no exports. */
export {};
