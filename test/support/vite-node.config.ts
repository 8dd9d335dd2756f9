/**
 * For scripts in Node: no plugin, no page to crawl, nothing written to disk.
 * The app's own configuration would make every command start more slowly.
 */
export default {
  publicDir: false,
  optimizeDeps: { noDiscovery: true, include: [] },
}
