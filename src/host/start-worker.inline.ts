/**
 * The same function for the self-contained page, where the worker's code travels inside the page.
 * `vite.config.ts` puts this module in the place of `start-worker.ts` when it builds that page.
 */
// oxlint-disable-next-line import/default -- the bundler makes this module
import InlineWorker from './worker.ts?worker&inline'

export function startWorker(): Worker {
  return new InlineWorker()
}
