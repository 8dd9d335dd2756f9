/**
 * Starts the simulation in a thread of its own, from a file beside the page.
 * The bundler recognises a worker only by this literal spelling, so nothing here may be factored out.
 * The self-contained page has no file beside it: there `start-worker.inline.ts` takes this one's place.
 */
export function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}
