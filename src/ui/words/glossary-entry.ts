/** One term of the glossary. */
import type { Words } from '../../sim/scenarios/scenario.ts'

export interface GlossaryEntry {
  /** As it stands above the explanation. */
  readonly term: string
  /** For links and anchors; never changes. */
  readonly id: string
  /**
   * Word forms to be marked up in running text: whole words, the longest form first. The first
   * letter may be a capital; otherwise case counts, so that `MX` is not found in `mx.outage.lasts`.
   */
  readonly matches: readonly string[]
  readonly text: Words
  /** A standard with its section, a program, or this laboratory. */
  readonly source: string
}
