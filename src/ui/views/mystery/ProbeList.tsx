/** The probes so far, each with every knock at the door: when, after which word, with which reply. */
import { useMemo } from 'react'
import type { MysterySpec } from '../../../sim/scenarios/mystery.ts'
import { select } from '../../state/actions.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { clockWithSeconds } from '../../words/time.ts'
import { asOf } from '../as-of.ts'
import { ResultMark } from '../ResultMark.tsx'
import { readProbes, type Knock, type ProbeReading } from './layout.ts'
import type { RiddleProps } from './ProbeForm.tsx'
import { LIST, RESULTS, STAGE_WORDS } from './words.ts'
import styles from './mystery.module.css'

export function ProbeList({ mystery }: RiddleProps) {
  const level = useLab((s) => s.level)
  const { probes, epoch } = useProbes(mystery)
  return (
    <section aria-label={LIST.title[level]}>
      <h4>{LIST.title[level]}</h4>
      {/* The latest on top: that is what one is waiting for. */}
      <ol className={styles.probes} reversed>
        {probes.toReversed().map((probe) => (
          <Probe key={`${probe.number} ${probe.subject}`} probe={probe} epoch={epoch} />
        ))}
      </ol>
    </section>
  )
}

function useProbes(mystery: MysterySpec): {
  readonly probes: readonly ProbeReading[]
  readonly epoch: number
} {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const cursor = useLab((s) => s.cursor)
  const interventions = useLab((s) => s.interventions)
  return useMemo(() => {
    const [world] = onStage(asOf(worlds, revision))
    if (world === undefined) return { probes: [], epoch: 0 }
    const probes = readProbes(mystery, interventions, world.index, cursor)
    return { probes, epoch: world.record.startsAtEpochMs }
  }, [mystery, worlds, revision, cursor, interventions])
}

interface Props {
  readonly probe: ProbeReading
  readonly epoch: number
}

function Probe({ probe, epoch }: Props) {
  const level = useLab((s) => s.level)
  const { number, choice, message, subject, at, knocks, reportedAt } = probe
  const clock = (t: number): string => clockWithSeconds(epoch + t)
  const name = number === 0 ? subject : String(number)
  return (
    <li className={styles.probe}>
      <p>
        <b>{name}</b>{' '}
        {choice === null
          ? LIST.own[level]
          : [choice.place, choice.sender, choice.recipient]
              .map(({ title }) => title[level])
              .join(' · ')}{' '}
        {message !== null && (
          <button
            type="button"
            className={styles.link}
            aria-label={`${LIST.look[level]}: ${name}`}
            onClick={() => select({ kind: 'message', id: message })}
          >
            {LIST.look[level]}
          </button>
        )}
      </p>
      {message === null ? (
        <p className={styles.note}>{LIST.waits[level].replace('{time}', clock(at))}</p>
      ) : (
        knocks.map((knock) => <KnockLine key={knock.at} knock={knock} time={clock(knock.at)} />)
      )}
      {reportedAt !== null && (
        <p className={styles.knock}>
          <ResultMark result="refused" />
          <span>
            <time>{clock(reportedAt)}</time> {LIST.report[level]}
          </span>
        </p>
      )}
    </li>
  )
}

function KnockLine({ knock, time }: { readonly knock: Knock; readonly time: string }) {
  const level = useLab((s) => s.level)
  return (
    <p className={styles.knock}>
      <ResultMark result={knock.class} />
      <span>
        <time>{time}</time> <strong>{RESULTS[knock.class][level]}</strong>
        {knock.stage !== null && `, ${STAGE_WORDS[knock.stage][level]}`}{' '}
        <span className={styles.reply}>{knock.reply}</span>
      </span>
    </p>
  )
}
