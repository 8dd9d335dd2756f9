/** The shapes of results in a box of 20: the same in every view, and the same as in the buttons. */
import type { AttemptClass } from '../../sim/facts/attempts.ts'

export const RESULT_SHAPES: Readonly<Record<AttemptClass, string>> = {
  delivered: 'M4 10.5l4 4 8-9',
  deferred: 'M3.5 10a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M10 6v4l3 2',
  refused: 'M7 3h6l4 4v6l-4 4H7l-4-4V7zM7 10h6',
  open: 'M4 10h11M11 6l4 4-4 4',
}
