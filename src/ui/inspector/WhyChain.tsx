/** The reasons, from how it stands back to what somebody decided. */
import { Pieces } from './Pieces.tsx'
import { tellWhy, type Reason } from './tell-why.ts'
import type { MessageView } from './MessagePanel.tsx'
import { WHY_WORDS } from './words.ts'
import { clockWithSeconds } from '../words/time.ts'
import base from './inspector.module.css'
import styles from './message.module.css'

/** How a reason is tied to what stands before it: not everything that is so is a cause. */
function connector(
  reasons: readonly Reason[],
  i: number,
): 'because' | 'although' | 'before' | 'first' {
  const kind = reasons[i]?.kind
  if (kind === 'came-back') return 'although'
  if (kind === 'handed-over') return 'before'
  if (kind === 'written') return 'first'
  // That it arrived at once is no reason for the folder that it arrived in.
  if (kind === 'first-try' && reasons[0]?.kind === 'junk') return 'before'
  const tried = kind === 'replied' || kind === 'refused-by-network'
  const pastOnes = ['delivered', 'junk', 'waiting', 'under-way']
  return tried && i > 1 && pastOnes.includes(reasons[0]?.kind ?? '') ? 'before' : 'because'
}

export function WhyChain({ scene, world, message, recipient }: MessageView) {
  const { cursor, level } = scene
  const telling = { ...scene, world: world.record.id }
  const of = { message, recipient, until: cursor }
  const { reasons, remedy } = tellWhy(world.index, of, telling)
  return (
    <>
      <ol className={styles.chain} aria-label={WHY_WORDS.title[level]}>
        {reasons.map(({ key, at, kind, pieces, source }, i) => (
          <li key={key} data-kind={kind}>
            {i > 0 && (
              <span className={styles.because}>{WHY_WORDS[connector(reasons, i)][level]} </span>
            )}
            <span>
              <Pieces pieces={pieces} />
            </span>
            <span className={base.cite}>
              <time>{clockWithSeconds(world.record.startsAtEpochMs + at)}</time>
              {level !== 'everyday' && source !== '' && ` · ${source}`}
            </span>
          </li>
        ))}
      </ol>
      {remedy !== null && (
        <p className={styles.remedy}>
          <strong>{WHY_WORDS.remedy[level]}</strong> <Pieces pieces={remedy} />
        </p>
      )}
    </>
  )
}
