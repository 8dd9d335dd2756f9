/** What happened, in one small figure: a line of time per world, with every try on it. */
import { formatDuration } from '../../sim/units.ts'
import { Icon, type IconName } from '../controls/Icon.tsx'
import { useLab } from '../state/store.ts'
import { STORY } from '../words/page.ts'
import { outcomeText, type ResultRow } from './results.ts'
import styles from './story.module.css'

const MARKS: Readonly<Record<string, { icon: IconName; tone: string }>> = {
  delivered: { icon: 'tick', tone: 'accepted' },
  junk: { icon: 'tray', tone: 'aside' },
  queued: { icon: 'clock', tone: 'deferred' },
}
const FAILED = { icon: 'stop', tone: 'refused' } as const

/** Spam has the colour that it has on the map: that it got in is no success, nor a failure that it did not. */
function markOf({ outcome, isSpam, tally }: ResultRow): { icon: IconName; tone: string } {
  if (isSpam) return { icon: tally.reached > 0 ? 'tray' : 'stop', tone: 'aside' }
  return MARKS[outcome] ?? FAILED
}

/** Width of the figure's time axis; it is stretched to what room there is. */
const WIDTH = 200

export function ResultFigure({ rows }: { readonly rows: readonly ResultRow[] }) {
  const level = useLab((s) => s.level)
  const horizon = useLab((s) => s.horizon)
  // A letter that has arrived may be tried again: the axis reaches as far as the last try does.
  const ends = rows.flatMap(({ endedAt, attempts }) => [endedAt ?? horizon, ...attempts])
  const last = Math.max(1, ...ends)
  return (
    <ul className={styles.results}>
      {rows.map((row) => {
        const { icon, tone } = markOf(row)
        return (
          <li key={row.key} data-outcome={row.outcome}>
            <strong>{row.name[level]}</strong>
            <span className={styles.outcome} data-tone={tone}>
              <Icon name={icon} />
              {outcomeText(row, level)}
            </span>
            <TimeLine row={row} last={last} horizon={horizon} tone={tone} />
            <span className={styles.numbers}>
              {whenText(row)}
              {' · '}
              {STORY.attempts(row.attempts.length)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Of many: when the last one arrived, or came to its end. */
function whenText({ took, tally }: ResultRow): string {
  if (took === null) return STORY.noneYet
  const duration = formatDuration(took)
  return tally.all > 1 ? STORY.lastAfter(duration) : STORY.after(duration)
}

interface LineProps {
  readonly row: ResultRow
  readonly last: number
  readonly horizon: number
  readonly tone: string
}

function TimeLine({ row, last, horizon, tone }: LineProps) {
  const x = (t: number): number => 2 + ((WIDTH - 4) * Math.min(t, last)) / last
  return (
    <svg viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
      <line className={styles.axis} x1={x(0)} x2={x(last)} y1="6" y2="6" />
      <line
        className={styles.bar}
        data-tone={tone}
        x1={x(row.sentAt)}
        x2={x(row.endedAt ?? horizon)}
        y1="6"
        y2="6"
      />
      {[...new Set(row.attempts)].map((at) => (
        <line key={at} className={styles.attempt} x1={x(at)} x2={x(at)} y1="2" y2="10" />
      ))}
    </svg>
  )
}
